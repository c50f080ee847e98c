package mx.vozrural;

/**
 * A variable of the environment that can't be used; the message is one line that names it and no
 * secret.
 */
final class BadSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadSetting(String variable, String reason) {
    super(variable + ": " + reason);
  }
}
