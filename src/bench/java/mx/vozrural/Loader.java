package mx.vozrural;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One thread that posts to loopback over keep-alive connections and counts what comes back; so
 * little work a request that it leaves the machine to what is measured.
 */
final class Loader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final boolean epoll = Epoll.isAvailable();
  private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, io());
  private final Cpu.Clock cpu;

  Loader(long postmaster) {
    cpu = new Cpu.Clock(postmaster, thread());
  }

  Cpu.Clock cpu() {
    return cpu;
  }

  private IoHandlerFactory io() {
    return epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
  }

  /** Whose time on the processors is not the server's. */
  private long thread() {
    return group
        .next()
        .submit(() -> Thread.currentThread().threadId())
        .syncUninterruptibly()
        .getNow();
  }

  private Class<? extends SocketChannel> channel() {
    return epoll ? EpollSocketChannel.class : NioSocketChannel.class;
  }

  /** Each connection sends its next request when it has the answer to the one before. */
  Measured run(int port, int connections, Requests requests, Duration duration)
      throws InterruptedException {
    Run run = new Run(requests, connections, cpu, false);
    List<Channel> channels = connect(port, connections, run);
    run.start(duration);
    channels.forEach(channel -> channel.eventLoop().execute(() -> run.send(channel)));
    return run.result(duration);
  }

  /** So many requests a second, however long the answers take. */
  Measured paced(int port, int connections, int perSecond, Requests requests, Duration duration)
      throws InterruptedException {
    Run run = new Run(requests, connections, cpu, true);
    run.idle.addAll(connect(port, connections, run));
    run.start(duration);
    long step = TimeUnit.SECONDS.toNanos(1) / perSecond;
    Future<?> clock =
        group.next().scheduleAtFixedRate(run::sendNext, step, step, TimeUnit.NANOSECONDS);
    try {
      return run.result(duration);
    } finally {
      clock.cancel(false);
    }
  }

  private List<Channel> connect(int port, int connections, Run run) throws InterruptedException {
    Bootstrap bootstrap =
        new Bootstrap()
            .group(group)
            .channel(channel())
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channel.pipeline().addLast(new Connection(run));
              }
            });
    List<Channel> channels = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      channels.add(bootstrap.connect("127.0.0.1", port).sync().channel());
    }
    return channels;
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  /** All of it is touched by the one event loop only, until the latch is down. */
  private static final class Run {
    private final Requests requests;
    private final CountDownLatch open;
    private final Cpu.Clock cpu;
    private final boolean paced;
    private Cpu before = new Cpu(0, 0);
    private final Queue<Channel> idle = new ArrayDeque<>();
    private final Latencies latencies = new Latencies();
    private long startedAt;
    private long lastAt;
    private volatile long endsAt;
    private long[] folios = new long[1 << 12];
    private int named;
    private int done;
    private int all;
    private int failed;

    Run(Requests requests, int connections, Cpu.Clock cpu, boolean paced) {
      this.cpu = cpu;
      this.requests = requests;
      this.open = new CountDownLatch(connections);
      this.paced = paced;
    }

    /** After the connecting, which doesn't count. */
    void start(Duration duration) {
      before = cpu.now();
      startedAt = System.nanoTime();
      lastAt = startedAt;
      endsAt = startedAt + duration.toNanos();
    }

    private boolean over() {
      return System.nanoTime() >= endsAt;
    }

    void send(Channel channel) {
      ByteBuf request = over() ? null : requests.next();
      if (request == null) {
        channel.close();
        return;
      }
      channel.pipeline().get(Connection.class).sentAt = System.nanoTime();
      channel.writeAndFlush(request, channel.voidPromise());
    }

    void sendNext() {
      if (over()) {
        idle.forEach(Channel::close);
        idle.clear();
      } else if (!idle.isEmpty()) {
        send(idle.remove());
      }
    }

    void answered(Channel channel, long sentAt, int status, long folio) {
      long now = System.nanoTime();
      all++;
      if (now <= endsAt) {
        done++;
        latencies.add(now - sentAt);
        lastAt = now;
      }
      if (status != 200) {
        failed++;
      } else if (folio > 0) {
        if (named == folios.length) {
          folios = Arrays.copyOf(folios, named * 2);
        }
        folios[named++] = folio;
      }
    }

    /** Where requests ran out before the time was up, the time ends with the last answer. */
    Measured result(Duration duration) throws InterruptedException {
      if (!open.await(duration.plus(PATIENCE).toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IllegalStateException(open.getCount() + " connections got no answer");
      }
      double seconds = Math.min(duration.toNanos(), lastAt - startedAt) / 1e9;
      return new Measured(done, all, failed, seconds, latencies, Arrays.copyOf(folios, named), cpu.now().since(before));
    }
  }

  /** Reads answers; in a closed loop, each brings the next request. */
  private static final class Connection extends ChannelInboundHandlerAdapter {
    private final Run run;
    private final HttpAnswer answer = new HttpAnswer();
    private long sentAt;

    Connection(Run run) {
      this.run = run;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ByteBuf bytes = (ByteBuf) message;
      boolean whole = answer.read(bytes);
      bytes.release();
      if (whole) {
        run.answered(ctx.channel(), sentAt, answer.status(), answer.folio());
        answer.clear();
        next(ctx.channel());
      }
    }

    private void next(Channel channel) {
      if (run.paced && !run.over()) {
        run.idle.add(channel);
      } else {
        run.send(channel);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      run.failed++;
      ctx.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      run.open.countDown();
    }
  }
}
