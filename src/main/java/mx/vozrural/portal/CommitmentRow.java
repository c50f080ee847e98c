package mx.vozrural.portal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A commitment in a list.
 *
 * @param id of the plan's own ("MXCHH0003")
 * @param end the day it was promised for; null where the plan gives none
 * @param late past its end and not complete
 * @param agency what who must do it says
 * @param monitor what who watches it says
 */
public record CommitmentRow(
    String id,
    String title,
    String lead,
    @Nullable LocalDate end,
    boolean late,
    Claim agency,
    Claim monitor) {}
