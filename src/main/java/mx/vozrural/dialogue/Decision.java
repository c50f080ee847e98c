package mx.vozrural.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a text.
 *
 * @param answer null: silence
 * @param next the conversation after this text
 */
public record Decision(
    Words words, List<Effect> effects, @Nullable Answer answer, Conversation next) {}
