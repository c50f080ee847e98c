package mx.vozrural.intake;

import java.util.ArrayList;
import java.util.List;
import mx.vozrural.dialogue.Danger;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Phone;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Keyword;
import mx.vozrural.interpreter.Reading;
import mx.vozrural.interpreter.Reading.Trait;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to a text while the database is away: a pure function of the text and of what
 * memory knows of the phone. Whoever would be silent with the database is silent without it.
 */
final class SpoolAnswer {
  /** As many as a phone is answered in ten minutes at other times. */
  static final int MOST = 10;

  private SpoolAnswer() {}

  /**
   * What memory knows of a phone.
   *
   * @param stopped said ALTO or STOP
   * @param unsafe violence at home was reported from it
   * @param repeated an equal text was answered just now
   * @param answers how often it was answered from the spool
   */
  record Standing(
      boolean ourselves, boolean stopped, boolean unsafe, boolean repeated, int answers) {}

  /** Keys of the templates; empty for silence. */
  static List<String> parts(
      Arrival arrival, Reading reading, Standing standing, Catalogue catalogue) {
    boolean danger = reading.lifeDanger();
    boolean calmly =
        waitsForWord(reading)
            && !standing.stopped()
            && !standing.repeated()
            && standing.answers() < MOST;
    if (!mayBeAnswered(arrival, reading, standing) || !(danger || calmly)) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    if (danger) {
      parts.add(Danger.opening(reading, catalogue));
    }
    parts.add("spooled");
    if (reading.has(Trait.VIOLENCE_AT_HOME)) {
      parts.add("hotline_home");
    }
    parts.add("number");
    return List.copyOf(parts);
  }

  private static boolean mayBeAnswered(Arrival arrival, Reading reading, Standing standing) {
    return arrival.from().kind() == Phone.Kind.NUMBER
        && !standing.ourselves()
        && arrival.byTwilio() == null
        && (!standing.unsafe() || reading.has(Trait.SAYS_SAFE));
  }

  /** A word is answered when it takes effect; thanks, spam and abuse are never. */
  private static boolean waitsForWord(Reading reading) {
    return reading.keyword() == null
        && !stops(reading)
        && reading.intent() != Intent.SPAM
        && reading.intent() != Intent.ABUSE
        && reading.intent() != Intent.ACK
        && reading.intent() != Intent.EMPTY;
  }

  /** ALTO, STOP, or a sentence that says so. */
  static boolean stops(Reading reading) {
    return switch (reading.keyword()) {
      case STOP, TWILIO_STOP -> true;
      case null -> reading.intent() == Intent.OPT_OUT;
      case Keyword other -> false;
    };
  }

  /** What a phone's stopping is after a text of it; null: as it was before the spool. */
  static @Nullable Boolean nowStopped(Reading reading, @Nullable Boolean before) {
    if (stops(reading)) {
      return true;
    }
    boolean starts =
        reading.keyword() == Keyword.START || reading.keyword() == Keyword.TWILIO_START;
    return starts ? Boolean.valueOf(false) : before;
  }
}
