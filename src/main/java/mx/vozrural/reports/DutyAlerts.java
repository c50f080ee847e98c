package mx.vozrural.reports;

import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import mx.vozrural.outbox.Notice;
import mx.vozrural.outbox.Notice.Urgency;
import mx.vozrural.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Texts to who is on duty and to supervisors, in the transaction of their cause: the folio and
 * nothing else, never the resident's words, the need or the place.
 */
public final class DutyAlerts {
  private final Outbox outbox;

  public DutyAlerts(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * Life is in danger: at any hour; where nobody is on duty for the section, to everybody on duty.
   *
   * @param section null: unknown, so everybody on duty is told
   * @param folio null: the text made no report
   */
  public void danger(SqlConnection connection, @Nullable String section, @Nullable String folio) {
    if (folio == null) {
      tell(connection, "on_duty", section, "alert_on_duty_text", Map.of(), Urgency.SAFETY);
    } else {
      tell(connection, "on_duty", section, "alert_on_duty", Map.of("folio", folio), Urgency.SAFETY);
    }
  }

  /** The reporter said NO: in the day's hours, since nobody need get up for it. */
  void reopened(SqlConnection connection, Report report) {
    tell(
        connection,
        "supervisor",
        report.section(),
        "alert_supervisor",
        Map.of("folio", report.folio()),
        Urgency.UPDATE);
  }

  /** The service itself needs a person: everybody on duty, at any hour. */
  public void service(SqlConnection connection, String template) {
    tell(connection, "on_duty", null, template, Map.of(), Urgency.SAFETY);
  }

  private void tell(
      SqlConnection connection,
      String task,
      @Nullable String section,
      String template,
      Map<String, String> values,
      Urgency urgency) {
    for (long person : DutySql.WHOM.list(connection, row -> row.getLong(0), task, section)) {
      outbox.enqueue(
          connection,
          // Without the folio's number: it is no correspondence with who reported.
          new Notice(
              person, null, "es", List.of(template), values, Notice.Stream.DUTY, urgency, null));
    }
  }
}
