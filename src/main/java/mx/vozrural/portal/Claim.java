package mx.vozrural.portal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a commitment is, as one party says it.
 *
 * @param by who says so ("Dirección de Desarrollo Rural", "ICHITAIP")
 * @param words its completion in words; null where that party has said nothing yet
 * @param percent 0 to 100; null where it gave no figure
 * @param on the day it was said; null with {@code words}
 * @param evidence address of what proves it; null where there is none
 */
public record Claim(
    String by,
    @Nullable String words,
    @Nullable Integer percent,
    @Nullable LocalDate on,
    @Nullable String evidence) {

  /** Of a party that hasn't spoken. */
  public static Claim none(String by) {
    return new Claim(by, null, null, null, null);
  }
}
