package mx.vozrural.access;

import mx.vozrural.audit.Actor;
import mx.vozrural.audit.Scope;
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

  /** Which reports they may see and work on. */
  public Scope scope() {
    return new Scope(actor(), role.worksQueue(), section, restricted);
  }
}
