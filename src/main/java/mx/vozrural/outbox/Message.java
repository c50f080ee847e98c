package mx.vozrural.outbox;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text in either direction, to be recorded as part of a batch.
 *
 * @param resident null for a form that was sent without a telephone
 * @param folio the report that it belongs to, null where it belongs to none
 * @param template keys of the templates that an answer was written from
 * @param staff who wrote it
 * @param reading what was read in it, as codes; null for what nobody read
 */
public record Message(
    long id,
    Direction direction,
    Channel channel,
    @Nullable Long resident,
    @Nullable Long folio,
    String body,
    @Nullable String template,
    @Nullable String language,
    int segments,
    int media,
    @Nullable Long staff,
    @Nullable JsonObject reading) {

  /** From whom to whom. */
  public enum Direction {
    IN,
    OUT;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** By which door it came, or through which it left. */
  public enum Channel {
    SMS,
    WEB,
    API,
    DESK;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
