package mx.vozrural.dialogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the exchange with one phone; stored with it and replaced by each decision.
 *
 * @param greeted whether the first answer, which names the municipality, has gone out
 * @param answers times of the automatic answers of the last day, oldest first
 * @param lastKey key of the last text that was filed as a report and answered, or kept and answered
 * @param muted violence at home was reported from this phone: nothing more goes to it
 */
public record Conversation(
    boolean greeted,
    @Nullable Question question,
    List<Instant> answers,
    @Nullable Instant thankedAt,
    @Nullable String lastKey,
    @Nullable Instant lastKeyAt,
    boolean muted) {

  public static final Conversation NEW =
      new Conversation(false, null, List.of(), null, null, null, false);
}
