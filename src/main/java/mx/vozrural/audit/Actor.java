package mx.vozrural.audit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who changes something.
 *
 * @param id of the staff member or resident; null for the system and for a command of the operator
 */
public record Actor(Kind kind, @Nullable Long id) {
  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null);
  public static final Actor COMMAND = new Actor(Kind.COMMAND, null);

  /** In what capacity. */
  public enum Kind {
    RESIDENT,
    NEIGHBOUR,
    STAFF,
    SYSTEM,
    COMMAND;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Actor staff(long id) {
    return new Actor(Kind.STAFF, id);
  }

  public static Actor resident(@Nullable Long id) {
    return new Actor(Kind.RESIDENT, id);
  }
}
