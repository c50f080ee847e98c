package mx.vozrural.access;

import org.jspecify.annotations.Nullable;

/** An account to be made. */
public record NewStaff(
    String email,
    String password,
    Role role,
    @Nullable String section,
    @Nullable String agency,
    boolean restricted) {
  /** NIST SP 800-63B: length is what counts. */
  public static final int SHORTEST_PASSWORD = 12;

  public static final int LONGEST_PASSWORD = 200;

  /**
   * @throws IllegalArgumentException with a line for the person who asked for it
   */
  public NewStaff {
    email = Access.normal(email);
    if (!email.matches("[^@\\s]+@[^@\\s]+") || email.length() > 200) {
      throw new IllegalArgumentException("the address must be like name@place");
    }
    if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
      throw new IllegalArgumentException(
          "the password must have %d to %d characters"
              .formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD));
    }
    if ((role == Role.SECTION) != (section != null)) {
      throw new IllegalArgumentException("the role section, and it alone, needs --section");
    }
  }

  Staff as(long id) {
    return new Staff(id, email, role, section, agency, restricted);
  }

  @Override
  public String toString() {
    return "NewStaff[" + role + "]";
  }
}
