package mx.vozrural.commitments;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text to many.
 *
 * @param body the whole text, the number to text included
 * @param audience how many get it: counted when it was proposed, and again when it was approved
 * @param segments of one text
 * @param english for those of the audience who write in English; null: all get the body
 * @param cost of all, by the price of a segment at that time
 * @param endsAt when it would no longer be true
 * @param why it stands still or ended early, in Spanish; null for no reason to tell
 */
public record Broadcast(
    long id,
    State state,
    String body,
    String language,
    Audience audienceOf,
    int audience,
    int segments,
    @Nullable English english,
    BigDecimal cost,
    long madeBy,
    Instant madeAt,
    @Nullable Long approvedBy,
    @Nullable Instant approvedAt,
    Instant endsAt,
    @Nullable String why) {

  /**
   * Its English version.
   *
   * @param audience how many of the broadcast's get this one
   */
  public record English(String body, int segments, int audience) {
    static @Nullable English of(Row row) {
      String body = row.getString("body_en");
      return body == null
          ? null
          : new English(body, row.getInteger("segments_en"), row.getInteger("audience_en"));
    }

    @Override
    public String toString() {
      return "English[" + audience + "]";
    }
  }

  /** How far it is. */
  public enum State {
    PROPOSED,
    SENDING,
    PAUSED,
    CANCELLED,
    DONE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst().orElseThrow();
    }
  }

  static Broadcast of(Row row) {
    OffsetDateTime approvedAt = row.getOffsetDateTime("approved_at");
    return new Broadcast(
        row.getLong("id"),
        State.of(row.getString("state")),
        row.getString("body"),
        row.getString("language"),
        Audience.of(row.getJsonObject("audience_of")),
        row.getInteger("audience"),
        row.getInteger("segments"),
        English.of(row),
        row.getBigDecimal("cost"),
        row.getLong("made_by"),
        row.getOffsetDateTime("made_at").toInstant(),
        row.getLong("approved_by"),
        approvedAt == null ? null : approvedAt.toInstant(),
        row.getOffsetDateTime("ends_at").toInstant(),
        row.getString("why"));
  }

  @Override
  public String toString() {
    return "Broadcast[" + id + ", " + state.code() + "]";
  }
}
