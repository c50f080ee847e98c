package mx.vozrural.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts that became no report, in sight of people.
 *
 * @param next address of the next page; null on the last one
 */
public record KeptTextsView(DeskFrame frame, List<KeptText> texts, @Nullable String next) {

  /**
   * @param from the phone, masked
   * @param why no report was made of it ("Saludo")
   */
  public record KeptText(long id, Instant at, String from, String words, String why) {
    @Override
    public String toString() {
      return "KeptText[" + id + "]";
    }
  }
}
