package mx.vozrural.dialogue;

import java.time.Instant;
import mx.vozrural.domain.OptOut;
import org.jspecify.annotations.Nullable;

/**
 * What the dialogue must know of a text beside its reading.
 *
 * @param media pictures and the like that came along
 * @param byTwilio what Twilio has answered it as; null: nothing
 * @param key the same for texts of equal words, whatever their case, accents and spaces
 */
public record Incoming(
    Sender sender, int media, @Nullable OptOut byTwilio, String key, Instant at) {

  /** Who texts. Only a person is ever answered. */
  public enum Sender {
    PERSON,
    SHORT_CODE,
    NAME,
    OURSELVES
  }
}
