package mx.vozrural;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/** HTTP requests made ready beforehand, outside the Java heap: one after the other, each once. */
final class Requests implements AutoCloseable {
  private final ByteBuf bytes;
  private final int[] ends;
  private int next;

  private final boolean again;

  private Requests(ByteBuf bytes, int[] ends, boolean again) {
    this.bytes = bytes;
    this.ends = ends;
    this.again = again;
  }

  /** Writes one request into a buffer. */
  interface Source {
    void write(ByteBuf bytes);
  }

  static Requests once(int count, Source source) {
    return make(count, source, false);
  }

  static Requests again(int count, Source source) {
    return make(count, source, true);
  }

  private static Requests make(int count, Source source, boolean again) {
    ByteBuf bytes = Unpooled.directBuffer(count * 900);
    int[] ends = new int[count];
    for (int i = 0; i < count; i++) {
      source.write(bytes);
      ends[i] = bytes.writerIndex();
    }
    return new Requests(bytes, ends, again);
  }

  /** To be released by whoever sends it; null: there are no more. */
  @Nullable ByteBuf next() {
    if (next == ends.length) {
      if (!again) {
        return null;
      }
      next = 0;
    }
    int from = next == 0 ? 0 : ends[next - 1];
    return bytes.retainedSlice(from, ends[next++] - from);
  }

  @Override
  public void close() {
    bytes.release();
  }
}
