package mx.vozrural.intake;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import mx.vozrural.database.LimitedConnection;
import mx.vozrural.database.Sql;
import mx.vozrural.dialogue.Effect;
import mx.vozrural.intake.Contexts.Known;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.outbox.Message;
import mx.vozrural.outbox.OutboxSql;
import mx.vozrural.reports.KeptSql;
import mx.vozrural.reports.Opening;
import mx.vozrural.reports.ReportSql;
import mx.vozrural.residents.PhoneVault;
import mx.vozrural.residents.ResidentSql;

/**
 * One round over a batch: load, decide, write. A batch in which one text lost a race, or is bad,
 * fails as a whole and has written nothing; whoever was answered was written.
 */
final class BatchWrite {
  private final IntakeParts parts;
  private final PhoneVault vault;
  private final Contexts contexts;
  private final Judge judge;
  private final Effects effects;
  private final LateAnswers lateAnswers;

  BatchWrite(IntakeParts parts) {
    this.parts = parts;
    this.vault = parts.residents().vault();
    this.contexts = new Contexts(parts.frontDesk().folios(), parts.catalogue());
    this.judge =
        new Judge(
            parts.ids(), vault, parts.frontDesk(), parts.outbox().texts(), parts.ourNumbers());
    this.lateAnswers = new LateAnswers(parts.outbox());
    this.effects = new Effects(parts.reports(), parts.residents(), parts.outbox());
  }

  /**
   * @throws mx.vozrural.database.SqlFailure for a lost race (SQLSTATE class 23), a value that can't
   *     be stored, a database that is away
   * @throws mx.vozrural.reports.StaleReport where a report that a text changes has changed
   *     meanwhile
   */
  void write(List<Arrival> batch, BiConsumer<Arrival, Reply> answer) {
    Instant now = parts.clock().instant();
    List<Judgement> simple = new ArrayList<>(batch.size());
    List<Judgement> further = new ArrayList<>();
    for (Known known : contexts.load(parts.pool(), batch.stream().map(this::read).toList(), now)) {
      Arrival arrival = known.read().arrival();
      if (known.seen()) {
        parts.frontDesk().folios().give(known.number());
        lateAnswers.seen(parts.pool(), arrival, now);
        answer.accept(arrival, before(arrival.sid()));
        continue;
      }
      Judgement judged = judge.judge(known, arrival.at(now));
      (judged.touchesMore() || arrival.late() != null ? further : simple).add(judged);
    }
    writeTogether(simple, now, answer);
    further.forEach(text -> writeAlone(text, text.arrival().at(now), answer));
  }

  private Read read(Arrival arrival) {
    Interpreter interpreter = parts.interpreter().get();
    return new Read(
        arrival,
        interpreter.read(arrival.body()),
        interpreter.model().version(),
        vault.index(arrival.from()));
  }

  private Reply before(String sid) {
    Row row = IntakeSql.ANSWERED_BEFORE.run(parts.pool(), sid).iterator().next();
    String body = row.getString("body");
    return body == null ? new Reply.Silence() : new Reply.Text(body, row.getLong("reply"));
  }

  private void writeTogether(
      List<Judgement> texts, Instant now, BiConsumer<Arrival, Reply> answer) {
    if (!texts.isEmpty()) {
      run(parts.pool(), texts, now);
      texts.forEach(text -> written(text, answer));
    }
  }

  /** What changes something that is there: its own transaction, undone whole where it fails. */
  private void writeAlone(Judgement text, Instant now, BiConsumer<Arrival, Reply> answer) {
    SqlConnection connection =
        LimitedConnection.take("intake.connect", parts.pool(), IntakeSql.PATIENCE);
    try {
      Transaction transaction = Sql.step("intake.begin", connection.begin(), IntakeSql.PATIENCE);
      try {
        run(connection, List.of(text), now);
        lateAnswers.written(connection, text, parts.clock().instant());
        effects.apply(connection, text, now);
      } catch (RuntimeException e) {
        // A server that hangs must not keep this writer; closing undoes it in the end.
        transaction.rollback().timeout(1, TimeUnit.SECONDS).otherwiseEmpty().await();
        throw e;
      }
      Sql.step("intake.commit", transaction.commit(), IntakeSql.PATIENCE);
    } finally {
      connection.close();
    }
    written(text, answer);
  }

  /** Who must get nothing must be known while the database is away, too, from this very text on. */
  private void keepInMind(Judgement text) {
    parts.residents().stopList().unsafe(text.claim().phoneIndex(), text.decision().next().muted());
    for (Effect effect : text.decision().effects()) {
      if (effect instanceof Effect.StopAll) {
        parts.residents().stopList().stopped(text.claim().phoneIndex());
      } else if (effect instanceof Effect.StartAgain) {
        parts.residents().stopList().started(text.claim().phoneIndex());
      }
    }
  }

  /**
   * The number of a text that opened no report goes back. One of a batch that failed doesn't: where
   * the connection broke, it may have been used.
   */
  private void written(Judgement text, BiConsumer<Arrival, Reply> answer) {
    keepInMind(text);
    if (text.opening() == null) {
      parts.frontDesk().folios().give(text.number());
    }
    answer.accept(text.arrival(), text.answer());
  }

  private static void run(SqlClient client, List<Judgement> texts, Instant now) {
    List<Message> replies = texts.stream().map(Judgement::reply).filter(Objects::nonNull).toList();
    List<Message> messages = new ArrayList<>(texts.size() * 2);
    texts.forEach(text -> messages.add(text.inbound()));
    messages.addAll(replies);
    List<Opening> openings =
        texts.stream().map(Judgement::opening).filter(Objects::nonNull).toList();
    List<KeptSql.Row> kept = texts.stream().flatMap(text -> text.kept().stream()).toList();

    List<Object> values = new ArrayList<>();
    values.addAll(ResidentSql.claimed(texts.stream().map(Judgement::claim).toList(), now));
    values.addAll(IntakeSql.noted(texts, now));
    values.addAll(OutboxSql.recorded(messages, now));
    values.addAll(OutboxSql.answered(replies, now));
    values.addAll(ReportSql.opened(openings, now));
    values.addAll(KeptSql.kept(kept, now));
    IntakeSql.WRITE.run(client, Tuple.from(values));
  }
}
