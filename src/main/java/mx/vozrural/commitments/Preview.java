package mx.vozrural.commitments;

import java.math.BigDecimal;
import java.time.Instant;
import mx.vozrural.outbox.Tariff;
import mx.vozrural.sms.Segments;
import org.jspecify.annotations.Nullable;

/**
 * What a broadcast would be, before it is one.
 *
 * @param english for those who write in English; null: they too read Spanish
 * @param beside how many get it only for what they reported
 * @param cost of all
 * @param startsAt the first moment that is allowed
 * @param finishesAt when the last text would leave, if nothing else had to be sent
 */
public record Preview(
    Version spanish,
    @Nullable Version english,
    int beside,
    BigDecimal cost,
    Tariff price,
    Instant startsAt,
    Instant finishesAt,
    Instant endsAt) {

  /**
   * The broadcast in one language.
   *
   * @param text as each recipient would read it
   * @param audience how many would get it now
   */
  public record Version(String text, Segments segments, int audience) {
    long allSegments() {
      return (long) audience * segments.segments();
    }

    @Override
    public String toString() {
      return "Version[" + audience + "]";
    }
  }

  /** How many would get it now, in either language. */
  public int audience() {
    return spanish.audience + (english == null ? 0 : english.audience);
  }

  static long segments(Version spanish, @Nullable Version english) {
    return spanish.allSegments() + (english == null ? 0 : english.allSegments());
  }

  @Override
  public String toString() {
    return "Preview[" + audience() + "]";
  }
}
