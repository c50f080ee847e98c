package mx.vozrural.reports;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mx.vozrural.domain.Status;
import org.jspecify.annotations.Nullable;

/**
 * A report as it stands.
 *
 * @param before the state that asked or merged came from
 * @param waitsUntil asked, resolved: the day on which silence has its consequence
 * @param body the words it was filed with; empty where they were redacted
 * @param version grows with each change
 */
public record Report(
    String folio,
    String kind,
    String channel,
    Status status,
    @Nullable Status before,
    @Nullable String section,
    @Nullable Integer community,
    List<String> categories,
    Filing.Gravity gravity,
    boolean unclear,
    boolean flooding,
    Instant receivedAt,
    Instant updatedAt,
    LocalDate dueOn,
    @Nullable LocalDate pausedOn,
    @Nullable LocalDate scheduledOn,
    @Nullable String agency,
    @Nullable String mergedInto,
    @Nullable LocalDate waitsUntil,
    Patience.@Nullable Silence silence,
    @Nullable Long resident,
    String language,
    @Nullable Long assignee,
    int media,
    int neighbours,
    int version,
    @Nullable Buffer secret,
    String body) {

  public String category() {
    return categories.get(0);
  }

  public long number() {
    return Long.parseLong(folio);
  }

  static Report of(Row row) {
    Long into = row.getLong("merged_into");
    return new Report(
        Long.toString(row.getLong("folio")),
        row.getString("kind"),
        row.getString("channel"),
        Status.of(row.getString("status")).orElseThrow(),
        status(row.getString("status_before")),
        row.getString("section"),
        row.getInteger("community"),
        List.of(row.getArrayOfStrings("categories")),
        new Filing.Gravity(
            row.getBoolean("urgent"),
            row.getBoolean("life_danger"),
            row.getBoolean("restricted"),
            row.getBoolean("violence_at_home")),
        row.getBoolean("unclear"),
        row.getBoolean("flooding"),
        row.getOffsetDateTime("received_at").toInstant(),
        row.getOffsetDateTime("updated_at").toInstant(),
        row.getLocalDate("due_on"),
        row.getLocalDate("paused_on"),
        row.getLocalDate("scheduled_on"),
        row.getString("agency"),
        into == null ? null : Long.toString(into),
        row.getLocalDate("waits_until"),
        Patience.Silence.of(row.getString("silence")),
        row.getLong("resident"),
        row.getString("language"),
        row.getLong("assignee"),
        row.getInteger("media"),
        row.getInteger("neighbours"),
        row.getInteger("version"),
        row.getBuffer("secret"),
        row.getString("body") == null ? "" : row.getString("body"));
  }

  private static @Nullable Status status(@Nullable String code) {
    return code == null ? null : Status.of(code).orElseThrow();
  }
}
