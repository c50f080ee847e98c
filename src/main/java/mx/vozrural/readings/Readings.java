package mx.vozrural.readings;

import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;

/** What the desk sees and does about how texts are read. */
public record Readings(
    SqlClient client,
    RunningInterpreter interpreter,
    Corrections corrections,
    Models models,
    Aliases aliases) {
  private static final int MONTHS = 12;

  /** What the machine read in the text of a report; empty where none did. */
  public Optional<MachineReading> machine(long folio) {
    return corrections.machine(client, folio);
  }

  /** The newest month first, a year at most. */
  public List<Corrections.Month> accuracy() {
    return corrections.accuracy(client, MONTHS);
  }
}
