package mx.vozrural.access;

import mx.vozrural.audit.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A staff member.
 *
 * @param section the only section whose queue they see; null: all
 * @param restricted may read restricted reports
 */
public record Staff(
    long id,
    String email,
    Role role,
    @Nullable String section,
    @Nullable String agency,
    boolean restricted) {

  public Actor actor() {
    return Actor.staff(id);
  }

  /** Whether a report of this section may be seen and worked on. */
  public boolean maySee(@Nullable String reportSection, boolean reportRestricted) {
    return role.worksQueue()
        && (section == null || section.equals(reportSection))
        && (restricted || !reportRestricted);
  }
}
