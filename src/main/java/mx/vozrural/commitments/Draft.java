package mx.vozrural.commitments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast that somebody thinks of.
 *
 * @param words what it is to say, without the number to text
 * @param english the same in English; "" for none
 * @param endsAt when it would no longer be true; null: some days from now
 */
public record Draft(String words, String english, Audience audience, @Nullable Instant endsAt) {
  @Override
  public String toString() {
    return "Draft";
  }
}
