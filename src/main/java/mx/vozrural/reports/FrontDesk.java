package mx.vozrural.reports;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Database;
import mx.vozrural.database.Ids;
import mx.vozrural.database.Sql;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Category;
import mx.vozrural.domain.Phone;
import mx.vozrural.outbox.Message;
import mx.vozrural.outbox.OutboxSql;
import mx.vozrural.residents.Residents;
import org.jspecify.annotations.Nullable;

/**
 * Files reports that come by a form or a program, and makes the rows of those that come by text.
 */
public final class FrontDesk {
  /** One report of its own, without the claim on a conversation that a text makes. */
  private static final Sql OPEN =
      Sql.join("report.open", List.of(OutboxSql.RECORDED, ReportSql.OPENED), ",\n", "SELECT 1");

  private final Database database;
  private final Ids ids;
  private final InstantSource clock;
  private final Folios folios;
  private final Catalogue catalogue;
  private final Deadlines deadlines;
  private final Residents residents;
  private final DutyAlerts duty;

  public FrontDesk(
      Database database,
      Ids ids,
      InstantSource clock,
      Folios folios,
      Catalogue catalogue,
      Deadlines deadlines,
      Residents residents,
      DutyAlerts duty) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.folios = folios;
    this.catalogue = catalogue;
    this.deadlines = deadlines;
    this.residents = residents;
    this.duty = duty;
  }

  public Folios folios() {
    return folios;
  }

  /** By when a report of these categories is owed. */
  public LocalDate due(List<String> categories, Instant at) {
    return deadlines.due(catalogue.category(categories.get(0)).orElseThrow(), at);
  }

  /** Where a need goes that no category names. */
  public String otherCategory() {
    return catalogue.categories().stream()
        .filter(category -> category.base().equals("OTRO"))
        .findFirst()
        .orElseThrow()
        .code();
  }

  /** Whether a report of these categories is read only by those with the right. */
  public boolean restricted(List<String> categories) {
    return categories.stream()
        .flatMap(code -> catalogue.category(code).stream())
        .anyMatch(Category::restricted);
  }

  /** The municipality's day at this moment. */
  public LocalDate day(Instant at) {
    return deadlines.day(at);
  }

  /**
   * What somebody asks for by a form or a program.
   *
   * @param reading what was read in the words, as codes
   * @param phone null where none was given
   * @param secret digest of the words that open the report to who has no phone in it
   * @param onceKey digest under which the same request comes again; null: it has none
   * @param fingerprint digest of the request's content
   */
  public record Submission(
      Filing filing,
      String body,
      JsonObject reading,
      @Nullable Phone phone,
      @Nullable Buffer secret,
      @Nullable Buffer onceKey,
      Buffer fingerprint) {}

  /** What becomes of a submission. */
  public sealed interface Outcome {
    record Filed(String folio, LocalDate dueOn) implements Outcome {}

    /** The same request as before: the report that it made then. */
    record Before(String folio) implements Outcome {}

    /** Another request under the same key. */
    record OtherContent() implements Outcome {}
  }

  public Outcome file(Submission submission) {
    return database.inTransaction(connection -> file(connection, submission));
  }

  private Outcome file(SqlConnection connection, Submission submission) {
    Instant now = clock.instant();
    long number = folios.take(connection);
    String folio = folios.folio(number);
    if (submission.onceKey() != null
        && !claim(connection, submission.onceKey(), submission, folio, now)) {
      folios.give(number);
      return before(connection, submission.onceKey(), submission);
    }
    Long resident =
        submission.phone() == null ? null : residents.meet(connection, submission.phone(), now);
    long message = ids.next();
    Filing filing = submission.filing();
    LocalDate due = due(filing.categories(), now);
    Opening opening =
        new Opening(
            Long.parseLong(folio),
            ids.next(),
            filing,
            now,
            due,
            resident,
            message,
            submission.secret());
    Message words =
        new Message(
            message,
            Message.Direction.IN,
            filing.channel(),
            resident,
            opening.folio(),
            submission.body(),
            null,
            filing.language(),
            0,
            filing.media(),
            null,
            submission.reading());
    List<Object> values = new ArrayList<>();
    values.addAll(OutboxSql.recorded(List.of(words), now));
    values.addAll(ReportSql.opened(List.of(opening), now));
    OPEN.run(connection, Tuple.from(values));
    if (resident != null) {
      residents.consentedOnTheWeb(connection, resident, now, message);
    }
    if (filing.gravity().lifeDanger()) {
      duty.danger(connection, filing.section(), folio);
    }
    return new Outcome.Filed(folio, due);
  }

  private boolean claim(
      SqlConnection connection, Buffer key, Submission submission, String folio, Instant now) {
    return ReportSql.CLAIM_KEY
            .run(connection, key, submission.fingerprint(), Long.valueOf(folio), Columns.time(now))
            .rowCount()
        == 1;
  }

  private Outcome before(SqlConnection connection, Buffer key, Submission submission) {
    Optional<Outcome> outcome =
        ReportSql.KEY.first(
            connection,
            row ->
                row.getBuffer("body").equals(submission.fingerprint())
                    ? new Outcome.Before(Long.toString(row.getLong("folio")))
                    : new Outcome.OtherContent(),
            key);
    return outcome.orElseThrow();
  }
}
