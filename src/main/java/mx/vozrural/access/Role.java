package mx.vozrural.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a staff member is there for. The right to read restricted reports is given apart from it.
 */
public enum Role {
  TRIAGER,
  SECTION,
  COORDINATOR,
  AGENCY,
  MONITOR,
  ADMIN;

  private final String code = name().toLowerCase(Locale.ROOT);

  public String code() {
    return code;
  }

  public static Optional<Role> of(String code) {
    return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
  }

  /** Whether this role sees what texts cost. */
  public boolean seesSpending() {
    return this == COORDINATOR || this == ADMIN;
  }

  /** Whether this role sets prices and caps. */
  public boolean setsSpending() {
    return this == ADMIN;
  }

  /** Whether this role says who is on duty. */
  public boolean setsDuty() {
    return this == COORDINATOR || this == ADMIN;
  }

  /** Whether this role works the queue of reports. */
  public boolean worksQueue() {
    return switch (this) {
      case TRIAGER, SECTION, COORDINATOR, ADMIN -> true;
      case AGENCY, MONITOR -> false;
    };
  }

  /** Whether this role texts to many. */
  public boolean broadcasts() {
    return switch (this) {
      case COORDINATOR, ADMIN -> true;
      case TRIAGER, SECTION, AGENCY, MONITOR -> false;
    };
  }
}
