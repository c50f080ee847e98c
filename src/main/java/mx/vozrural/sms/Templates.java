package mx.vozrural.sms;

import java.util.List;
import java.util.Map;

/**
 * The texts that residents get, by language and key. A file of {@code sms-templates/<language>/} is
 * one template: lines that begin with {@code #} say what it is for, its examples and how many
 * segments it is worth; the rest is the text, with {@code {variables}}.
 */
public final class Templates {

  /** The default texts that come with the software. */
  public static Templates defaults() {
    throw new UnsupportedOperationException();
  }

  /**
   * The same with a municipality's own wording in place of the default; keys are {@code
   * language/key}.
   */
  public Templates with(Map<String, String> own) {
    throw new UnsupportedOperationException();
  }

  /**
   * The text of several templates, joined by a space.
   *
   * @throws IllegalArgumentException for an unknown key or a variable without a value
   */
  public String render(String language, List<String> parts, Map<String, String> values) {
    throw new UnsupportedOperationException();
  }
}
