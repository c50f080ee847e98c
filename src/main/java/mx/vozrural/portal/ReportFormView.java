package mx.vozrural.portal;

import java.util.List;
import mx.vozrural.web.Choice;
import mx.vozrural.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * The form that reports a need, empty or come back with what was written.
 *
 * @param notice said above the form where it came back for no fault of its fields
 */
public record ReportFormView(
    String csrf,
    Entered entered,
    FormErrors errors,
    @Nullable String notice,
    List<Choice> sections,
    List<Choice> categories) {

  /** The longest text, in characters; ten segments of SMS, as the gateway takes them. */
  public static final int LONGEST = 1600;

  /** What the resident wrote, each as it is shown again. */
  public record Entered(
      String body, String section, String category, String phone, boolean consent) {
    public static final Entered NOTHING = new Entered("", "", "", "", false);

    @Override
    public String toString() {
      return "Entered";
    }
  }
}
