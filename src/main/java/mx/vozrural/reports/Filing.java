package mx.vozrural.reports;

import java.util.List;
import java.util.Locale;
import mx.vozrural.outbox.Message.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A report to be filed, by whatever door it came.
 *
 * @param categories the primary one first, at least one
 * @param language es or en: in which its reporter is answered
 * @param flooding came past the limit of its address: filed all the same, and marked
 */
public record Filing(
    Kind kind,
    Channel channel,
    List<String> categories,
    @Nullable String section,
    @Nullable Integer community,
    Gravity gravity,
    boolean unclear,
    boolean flooding,
    String language,
    int media,
    @Nullable Position position) {

  /** What it is about; public figures count needs. */
  public enum Kind {
    NEED,
    QUESTION,
    COMPLAINT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException for a code that is none
     */
    public static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** What who texts it wants, in the word of the labelling guide. */
    public String intent() {
      return switch (this) {
        case NEED -> "report";
        case QUESTION -> "info_request";
        case COMPLAINT -> "complaint";
      };
    }
  }

  /** How much it presses, and who may read it. */
  public record Gravity(
      boolean urgent, boolean lifeDanger, boolean restricted, boolean violenceAtHome) {

    /** Smaller is more urgent. */
    public int priority() {
      return lifeDanger ? 0 : urgent ? 1 : 3;
    }
  }

  /** WGS 84, degrees. */
  public record Position(double lat, double lon) {}
}
