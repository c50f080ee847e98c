package mx.vozrural.readings;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import mx.vozrural.database.Columns;
import org.jspecify.annotations.Nullable;

/**
 * What staff found in a text where the machine read it otherwise. Each becomes a labelled text to
 * learn from, and a share in the figures of how well texts are read.
 */
public final class Corrections {
  private static final int PAGE = 500;

  private final InstantSource clock;
  private final ZoneId zone;

  public Corrections(InstantSource clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * What a person says of a text; null: nothing about it.
   *
   * @param section empty: the text names none
   */
  public record Said(
      @Nullable String intent,
      @Nullable List<String> categories,
      @Nullable String section,
      @Nullable Boolean urgent) {

    boolean nothing() {
      return intent == null && categories == null && section == null && urgent == null;
    }

    /** Whose need staff name has asked for something, whatever the machine made of it. */
    Labels over(Labels before) {
      boolean filed = List.of("report", "complaint", "info_request").contains(before.intent());
      String meant = categories != null && !filed ? "report" : before.intent();
      boolean presses = urgent == null ? before.urgent() : urgent;
      return new Labels(
          intent == null ? meant : intent,
          categories == null ? before.categories() : categories,
          section == null ? before.section() : section.isEmpty() ? null : section,
          presses,
          presses && before.life());
    }
  }

  /** Keeps what staff said of the text of a report; nothing where no machine had read it. */
  public void note(SqlConnection connection, long folio, Said said, long staff) {
    if (!said.nothing()) {
      ReadingSql.OF_REPORT
          .first(connection, row -> row, folio)
          .ifPresent(row -> keep(connection, row, folio, said, staff));
    }
  }

  private void keep(SqlConnection connection, Row row, long folio, Said said, long staff) {
    MachineReading machine = MachineReading.read(row.getJsonObject("reading"));
    Labels before = row.getString("intent") == null ? machine.labels() : labels(row);
    Labels now = said.over(before);
    ReadingSql.CORRECT.run(
        connection,
        row.getLong("message"),
        row.getOffsetDateTime("message_at"),
        folio,
        Columns.time(clock.instant()),
        staff,
        machine.model(),
        now.intent(),
        now.categories().toArray(String[]::new),
        now.section(),
        now.urgent(),
        now.life(),
        machine.labels().differences(now).stream().map(Field::code).toArray(String[]::new));
  }

  private static Labels labels(Row row) {
    return new Labels(
        row.getString("intent"),
        List.of(row.getArrayOfStrings("categories")),
        row.getString("section"),
        row.getBoolean("urgent"),
        row.getBoolean("life"));
  }

  /** What the machine read in the text of a report. */
  public Optional<MachineReading> machine(SqlClient client, long folio) {
    return ReadingSql.OF_REPORT.first(
        client,
        row -> {
          JsonObject kept = row.getJsonObject("reading");
          return MachineReading.read(kept);
        },
        folio);
  }

  /**
   * A text with what a person says of it.
   *
   * @param id the same for the same text
   * @param body its words, as they came
   */
  public record Case(long id, String body, Labels labels, String language) {
    @Override
    public String toString() {
      return "Case[" + id + "]";
    }
  }

  /** All of them, the oldest first, but for those of restricted reports and emptied texts. */
  public void each(SqlClient client, Consumer<Case> of) {
    long last = -1;
    List<Case> page;
    do {
      page = ReadingSql.CASES.list(client, Corrections::read, last, PAGE);
      page.forEach(of);
      last = page.isEmpty() ? last : page.getLast().id();
    } while (page.size() == PAGE);
  }

  private static Case read(Row row) {
    return new Case(
        row.getLong("message"), row.getString("body"), labels(row), row.getString("language"));
  }

  /**
   * How well a month's texts were read, as far as staff have looked at them.
   *
   * @param texts how many staff have looked at
   * @param wrong how many of them they corrected, by field
   */
  public record Month(YearMonth month, long texts, Map<Field, Long> wrong) {

    /** The share that was right, 0 to 1; 1 where nobody has looked yet. */
    public double right(Field field) {
      return texts == 0 ? 1 : 1 - (double) wrong.getOrDefault(field, 0L) / texts;
    }
  }

  /** The newest month first. */
  public List<Month> accuracy(SqlClient client, int months) {
    Instant now = clock.instant();
    LocalDate from = YearMonth.from(now.atZone(zone)).minusMonths(months - 1L).atDay(1);
    return ReadingSql.ACCURACY.list(
        client,
        Corrections::month,
        Columns.time(from.atStartOfDay(zone).toInstant()),
        zone.getId());
  }

  private static Month month(Row row) {
    return new Month(
        YearMonth.from(row.getLocalDate("month")),
        row.getLong("texts"),
        Map.of(
            Field.INTENT,
            row.getLong("intent"),
            Field.CATEGORIES,
            row.getLong("categories"),
            Field.SECTION,
            row.getLong("section"),
            Field.URGENT,
            row.getLong("urgent")));
  }
}
