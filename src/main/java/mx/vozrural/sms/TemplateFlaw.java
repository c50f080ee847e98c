package mx.vozrural.sms;

/**
 * What is wrong with a template, and where.
 *
 * @param line 1 for the first
 * @param column in characters, 1 for the first
 */
public record TemplateFlaw(String file, int line, int column, String message) {

  /** As compilers write it, so that editors find the place. */
  @Override
  public String toString() {
    return "%s:%d:%d: %s".formatted(file, line, column, message);
  }
}
