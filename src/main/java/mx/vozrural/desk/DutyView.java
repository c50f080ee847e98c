package mx.vozrural.desk;

import java.time.Instant;
import java.util.List;
import mx.vozrural.web.Choice;
import mx.vozrural.web.FormErrors;

/**
 * Who is on duty and who supervises.
 *
 * @param form what was sent, to be shown again where something is wrong with it
 */
public record DutyView(
    DeskFrame frame,
    List<Line> people,
    List<Choice> tasks,
    List<Choice> sections,
    Sent form,
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

  /** Fields of the form. */
  public record Sent(String name, String phone, String section, String task) {
    static final Sent EMPTY = new Sent("", "", "", "on_duty");

    @Override
    public String toString() {
      return "Sent";
    }
  }
}
