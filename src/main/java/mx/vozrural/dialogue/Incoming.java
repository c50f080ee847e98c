package mx.vozrural.dialogue;

import java.time.Instant;

/**
 * What the dialogue must know of a text beside its reading.
 *
 * @param media pictures and the like that came along
 * @param answeredByTwilio Twilio's Advanced Opt-Out has answered already (OptOutType)
 * @param key the same for texts of equal words, whatever their case, accents and spaces
 */
public record Incoming(Sender sender, int media, boolean answeredByTwilio, String key, Instant at) {

  /** Who texts. Only a person is ever answered. */
  public enum Sender {
    PERSON,
    SHORT_CODE,
    NAME,
    OURSELVES
  }
}
