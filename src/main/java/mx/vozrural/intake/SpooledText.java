package mx.vozrural.intake;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.function.Consumer;
import mx.vozrural.domain.OptOut;
import mx.vozrural.domain.Phone;
import org.jspecify.annotations.Nullable;

/**
 * A text that waits on the disk for the database.
 *
 * @param at when it came
 * @param answer what was answered at once, null for silence
 */
record SpooledText(
    String sid,
    Phone from,
    String body,
    int media,
    @Nullable OptOut byTwilio,
    Instant at,
    @Nullable String answer) {

  static SpooledText of(Arrival arrival, Instant at, @Nullable String answer) {
    return new SpooledText(
        arrival.sid(),
        arrival.from(),
        arrival.body(),
        arrival.media(),
        arrival.byTwilio(),
        at,
        answer);
  }

  /** The same text before the intake's door again. */
  Arrival arrival(Late.Why why, Consumer<Reply> reply) {
    return new Arrival(sid, from, body, media, byTwilio, new Late(at, why), reply);
  }

  Reply reply() {
    return answer == null ? new Reply.Silence() : new Reply.Text(answer, null);
  }

  byte[] bytes() {
    return new JsonObject()
        .put("sid", sid)
        .put("from", from.value())
        .put("body", body)
        .put("media", media)
        .put("twilio", byTwilio == null ? null : byTwilio.name())
        .put("at", at.toString())
        .put("answer", answer)
        .toBuffer()
        .getBytes();
  }

  static SpooledText read(byte[] bytes) {
    JsonObject json = new JsonObject(Buffer.buffer(bytes));
    return new SpooledText(
        json.getString("sid"),
        Phone.of(json.getString("from")),
        json.getString("body"),
        json.getInteger("media"),
        OptOut.of(json.getString("twilio")),
        Instant.parse(json.getString("at")),
        json.getString("answer"));
  }

  @Override
  public String toString() {
    return "SpooledText[" + sid + "]";
  }
}
