package mx.vozrural.desk;

import java.time.Instant;
import java.util.List;
import mx.vozrural.web.Choice;
import mx.vozrural.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * Who is on duty and who supervises, and after how much silence they are told.
 *
 * @param uncovered sections for which nobody who gets texts is on duty
 * @param nobody no section has anybody
 * @param form what was sent, to be shown again where something is wrong with it
 * @param silence the same, or what is set
 * @param done said at the top after a change; null where nothing was changed
 */
public record DutyView(
    DeskFrame frame,
    List<Line> people,
    List<String> uncovered,
    boolean nobody,
    List<Choice> tasks,
    List<Choice> sections,
    Sent form,
    Silence silence,
    @Nullable String done,
    FormErrors errors) {

  /**
   * @param phone masked
   * @param stopped said ALTO: no text reaches them
   */
  public record Line(
      long id,
      String task,
      String section,
      String name,
      String phone,
      Instant since,
      boolean stopped) {
    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  /** Fields of the form on the silence alarm. */
  public record Silence(String hours, String from, String to) {}

  /** Fields of the form. */
  public record Sent(String name, String phone, String section, String task) {
    static final Sent EMPTY = new Sent("", "", "", "on_duty");

    @Override
    public String toString() {
      return "Sent";
    }
  }
}
