package mx.vozrural.residents;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The right to change what is remembered of one phone, for one text.
 *
 * @param version the state that was judged; 0: the phone is new
 * @param phone sealed; null: known already
 * @param conversation what is remembered from now on
 * @param language that the text shows; null: it shows none, the one that is known stays
 */
public record Claim(
    long resident,
    int version,
    Buffer phoneIndex,
    @Nullable Buffer phone,
    String phoneKind,
    JsonObject conversation,
    @Nullable String language) {}
