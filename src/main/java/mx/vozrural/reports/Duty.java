package mx.vozrural.reports;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mx.vozrural.audit.Actor;
import mx.vozrural.audit.Audit;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Database;
import mx.vozrural.database.Ids;
import mx.vozrural.domain.Phone;
import mx.vozrural.residents.Residents;
import org.jspecify.annotations.Nullable;

/** Who is texted when life is in danger, a report is opened again or the service stands still. */
public final class Duty {
  private final Database database;
  private final Ids ids;
  private final InstantSource clock;
  private final Residents residents;
  private final Audit audit;

  public Duty(Database database, Ids ids, InstantSource clock, Residents residents, Audit audit) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.residents = residents;
    this.audit = audit;
  }

  /** What somebody is there for. */
  public enum Task {
    /** Danger to life, and a service that stands still. */
    ON_DUTY,
    /** Reports that were opened again. */
    SUPERVISOR;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Task> of(String code) {
      return Arrays.stream(values()).filter(task -> task.code().equals(code)).findFirst();
    }
  }

  /**
   * Somebody with a task.
   *
   * @param section null: all
   * @param phone masked
   * @param stopped said ALTO, so no text reaches them
   */
  public record Person(
      long id,
      Task task,
      @Nullable String section,
      String name,
      String phone,
      Instant since,
      boolean stopped) {
    @Override
    public String toString() {
      return "Person[" + id + "]";
    }
  }

  public List<Person> now() {
    return DutySql.NOW.list(database.pool(), this::person);
  }

  private Person person(Row row) {
    return new Person(
        row.getLong("id"),
        Task.of(row.getString("task")).orElseThrow(),
        row.getString("section"),
        row.getString("name"),
        residents.vault().open(row.getBuffer("phone")).masked(),
        row.getOffsetDateTime("since").toInstant(),
        residents.refusal(row.getLong("resident")).isPresent());
  }

  /**
   * Gives somebody a task.
   *
   * @param section null: all
   */
  public record Appointment(Task task, @Nullable String section, String name, Phone phone) {
    @Override
    public String toString() {
      return "Appointment[" + task + "]";
    }
  }

  public void begin(Appointment appointment, Actor by) {
    Instant now = clock.instant();
    long id = ids.next();
    database.transact(connection -> {
      DutySql.BEGIN.run(
          connection,
          id,
          appointment.task().code(),
          appointment.section(),
          appointment.name(),
          residents.meet(connection, appointment.phone(), now),
          Columns.time(now),
          by.id());
      audit.append(
          connection,
          by,
          "duty.begin",
          id,
          new JsonObject()
              .put("task", appointment.task().code())
              .put("section", appointment.section()));
    });
  }

  /** False where it had ended before. */
  public boolean end(long id, Actor by) {
    return database.inTransaction(connection -> {
      boolean ended =
          DutySql.END.run(connection, id, Columns.time(clock.instant()), by.id()).rowCount() == 1;
      if (ended) {
        audit.append(connection, by, "duty.end", id, null);
      }
      return ended;
    });
  }
}
