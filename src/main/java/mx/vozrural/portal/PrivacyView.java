package mx.vozrural.portal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The privacy notice.
 *
 * @param address where to go in person; null where the municipality hasn't set it
 * @param email of the transparency unit; null where it isn't set
 * @param answerDays working days in which a request about one's own data is answered
 */
public record PrivacyView(
    @Nullable String address, @Nullable String email, int answerDays, LocalDate changedOn) {}
