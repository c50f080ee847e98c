package mx.vozrural;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A yardstick: the rows that a text brings, written over JDBC as one would at first: a transaction
 * of five statements, each prepared, by so many clients at once.
 */
final class Tx5 {
  /** Text with its SID; resident; report; its history; answer. */
  private static final List<String> STATEMENTS =
      List.of(
          """
          WITH noted AS (
            INSERT INTO inbound (sid, message, message_at, reply) VALUES (?, ?, now(), ?) ON CONFLICT DO NOTHING)
          INSERT INTO message (id, at, direction, channel, resident, folio, body, language, segments, media)
          VALUES (?, now(), 'in', 'sms', ?, ?, ?, 'es', 1, 0)\
          """,
          """
          INSERT INTO resident (id, phone_index, phone, phone_kind, created_at, conversation)
          VALUES (?, ?, ?, 'number', now(), '{"greeted": true, "last": "filed", "last_at": 1785000000000}')
          ON CONFLICT (phone_index) DO UPDATE SET version = resident.version + 1 RETURNING id\
          """,
          """
          INSERT INTO report (folio, kind, channel, status, section, community, category, categories, urgent, life_danger, restricted,
            violence_at_home, unclear, flooding, priority, received_at, updated_at, due_on, resident, language, message, message_at)
          VALUES (?, 'need', 'sms', 'received', ?, NULL, ?, ARRAY[?], false, false, false, false, false, false, 3, now(), now(),
            current_date + 9, ?, 'es', ?, now()) RETURNING folio\
          """,
          """
          INSERT INTO history (folio, id, at, event, actor_kind, actor, detail) VALUES (?, ?, now(), 'received', 'resident', ?, ?::jsonb)\
          """,
          """
          WITH said AS (
            INSERT INTO message (id, at, direction, channel, resident, folio, body, template, language, segments, media)
            VALUES (?, now(), 'out', 'sms', ?, ?, ?, 'filed', 'es', 1, 0))
          INSERT INTO outbox (message, message_at, resident, state, priority, due_at, expires_at, updated_at)
          VALUES (?, now(), ?, 'answered', 0, now(), now() + interval '1 day', now())\
          """);

  private static final String DETAIL =
      """
      {"status":"received","kind":"need","channel":"sms","section":"EL_CHARCO","community":null,"category":"AGUA",\
      "categories":["AGUA"],"urgent":false,"life_danger":false,"restricted":false,"violence_at_home":false,\
      "unclear":false,"priority":3,"due_on":"2026-08-03"}\
      """;

  /** Far beyond any number of the product's. */
  private static final AtomicLong NUMBERS = new AtomicLong(2_000_000_000_000L);

  private final BenchServer server;
  private final Cpu.Clock cpu;

  Tx5(BenchServer server, Cpu.Clock cpu) {
    this.server = server;
    this.cpu = cpu;
  }

  /** Connections are opened and their statements prepared before the time runs. */
  Measured run(int clients, Duration duration) throws Exception {
    List<Client> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (int i = 0; i < clients; i++) {
        all.add(new Client(server.connect()));
      }
      Cpu before = cpu.now();
      long startedAt = System.nanoTime();
      all.forEach(client -> client.endsAt = startedAt + duration.toNanos());
      return sum(threads.invokeAll(all), duration, cpu.now().since(before));
    } finally {
      for (Client client : all) {
        client.connection.close();
      }
    }
  }

  private static Measured sum(List<Future<Latencies>> clients, Duration duration, Cpu spent)
      throws InterruptedException, ExecutionException {
    Latencies latencies = new Latencies();
    for (Future<Latencies> client : clients) {
      latencies.addAll(client.get());
    }
    int done = (int) latencies.total();
    return new Measured(done, done, 0, duration.toNanos() / 1e9, latencies, new long[0], spent);
  }

  /** One connection; the transaction that is under way when the time is up still counts. */
  private static final class Client implements Callable<Latencies> {
    /** A server prepares a plan for good at the sixth time. */
    private static final int TO_PREPARE = 8;

    private final Connection connection;
    private final List<PreparedStatement> statements = new ArrayList<>();
    private final Latencies latencies = new Latencies();
    private long endsAt;

    Client(Connection connection) throws SQLException {
      this.connection = connection;
      connection.setAutoCommit(false);
      for (String statement : STATEMENTS) {
        statements.add(connection.prepareStatement(statement));
      }
      for (int i = 0; i < TO_PREPARE; i++) {
        write();
        connection.rollback();
      }
    }

    @Override
    public Latencies call() throws SQLException {
      for (long from = System.nanoTime(); from < endsAt; ) {
        write();
        connection.commit();
        long now = System.nanoTime();
        latencies.add(now - from);
        from = now;
      }
      return latencies;
    }

    private void write() throws SQLException {
      long n = NUMBERS.getAndIncrement();
      byte[] index = new byte[16];
      byte[] phone = new byte[43];
      ThreadLocalRandom.current().nextBytes(index);
      ThreadLocalRandom.current().nextBytes(phone);
      long answer = -n;
      execute(
          0,
          "TX%032x".formatted(n),
          n,
          answer,
          n,
          n,
          n,
          "No hay agua en El Charco desde el lunes, casa " + n % 1_000_000);
      execute(1, n, index, phone);
      execute(2, n, "EL_CHARCO", "AGUA", "AGUA", n, n);
      execute(3, n, n, n, DETAIL);
      execute(
          4,
          answer,
          n,
          n,
          "Recibimos su reporte, folio 1234567. Le avisamos a mas tardar el lunes 3 de agosto.",
          answer,
          n);
    }

    private void execute(int which, Object... values) throws SQLException {
      PreparedStatement statement = statements.get(which);
      for (int i = 0; i < values.length; i++) {
        switch (values[i]) {
          case Long number -> statement.setLong(i + 1, number);
          case byte[] bytes -> statement.setBytes(i + 1, bytes);
          default -> statement.setString(i + 1, (String) values[i]);
        }
      }
      statement.execute();
    }
  }
}
