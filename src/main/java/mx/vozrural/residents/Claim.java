package mx.vozrural.residents;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * The right to change what is remembered of one phone, for one text.
 *
 * @param ord the text within its batch
 * @param version the state that was judged; 0: the phone is new
 * @param conversation what is remembered from now on
 */
public record Claim(
    int ord,
    long resident,
    int version,
    Buffer phoneIndex,
    Buffer phone,
    String phoneKind,
    JsonObject conversation) {}
