package mx.vozrural.dialogue;

import java.time.LocalDate;
import java.util.List;
import mx.vozrural.domain.Status;
import org.jspecify.annotations.Nullable;

/**
 * A report as far as the dialogue may know it: never its words.
 *
 * @param own whether it came from the phone that texts
 * @param section null where it has none
 * @param dueOn null where its clock has no date
 * @param violenceAtHome left out of every list that a phone can ask for
 */
public record KnownReport(
    String folio,
    boolean own,
    Status status,
    List<String> categories,
    @Nullable String section,
    @Nullable LocalDate dueOn,
    boolean restricted,
    boolean violenceAtHome) {}
