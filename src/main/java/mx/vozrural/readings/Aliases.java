package mx.vozrural.readings;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import mx.vozrural.audit.Actor;
import mx.vozrural.audit.Audit;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Database;
import mx.vozrural.database.Ids;
import mx.vozrural.interpreter.Interpreter;
import org.jspecify.annotations.Nullable;

/** Words that staff pin to a place once, so that the next text with them is read so. */
public final class Aliases {
  private static final int MOST_WORDS = 5;
  private static final int FEWEST_LETTERS = 4;
  private static final int MOST_LETTERS = 60;

  /** Before the name of a thing that people need, this makes a need of it. */
  private static final String MISSING = "no hay ";

  private final Database database;
  private final Ids ids;
  private final InstantSource clock;
  private final Audit audit;
  private final RunningInterpreter running;

  public Aliases(
      Database database, Ids ids, InstantSource clock, Audit audit, RunningInterpreter running) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.running = running;
  }

  /**
   * Words that hold.
   *
   * @param folio the report on whose page they were pinned
   */
  public record Alias(
      long id,
      String words,
      String section,
      @Nullable Integer community,
      @Nullable Long folio,
      Instant since,
      long by) {}

  /** What comes of pinning. */
  public enum Pinned {
    DONE,
    /** They are pinned already; undo that first. */
    TAKEN,
    /** Too short, too long, with digits, or words that say a need or an order. */
    UNFIT
  }

  public List<Alias> all() {
    return ReadingSql.ALIASES.list(database.pool(), Aliases::alias);
  }

  private static Alias alias(Row row) {
    return new Alias(
        row.getLong("id"),
        row.getString("words"),
        row.getString("section"),
        row.getInteger("community"),
        row.getLong("folio"),
        row.getOffsetDateTime("since").toInstant(),
        row.getLong("by_staff"));
  }

  /**
   * Has the words read as the place from now on; on other instances within a minute.
   *
   * @param staff who says so
   */
  public Pinned pin(
      String said, String section, @Nullable Integer community, @Nullable Long folio, long staff) {
    String words = Interpreter.key(said);
    if (!fit(words)) {
      return Pinned.UNFIT;
    }
    boolean done =
        database.inTransaction(connection -> {
          long id = ids.next();
          boolean kept =
              ReadingSql.PIN
                      .run(
                          connection,
                          id,
                          words,
                          section,
                          community,
                          folio,
                          Columns.time(clock.instant()),
                          staff)
                      .rowCount()
                  == 1;
          if (kept) {
            audit.append(connection, Actor.staff(staff), "alias_pinned", id, null);
          }
          return kept;
        });
    running.refresh();
    return done ? Pinned.DONE : Pinned.TAKEN;
  }

  /** A word that tells what is needed must not begin to tell where. */
  private boolean fit(String words) {
    Interpreter tables = running.tables();
    boolean means =
        tables.read(words).keyword() != null
            || tables.read(MISSING + words).evidence().stream()
                .anyMatch(e -> e.field().equals("category"));
    return words.chars().filter(Character::isLetter).count() >= FEWEST_LETTERS
        && words.length() <= MOST_LETTERS
        && words.split(" ", -1).length <= MOST_WORDS
        && words.chars().noneMatch(Character::isDigit)
        && !means;
  }

  /** False where somebody undid it before. */
  public boolean undo(long id, long staff) {
    boolean undone =
        database.inTransaction(connection -> {
          boolean done =
              ReadingSql.UNDO.run(connection, id, Columns.time(clock.instant()), staff).rowCount()
                  == 1;
          if (done) {
            audit.append(connection, Actor.staff(staff), "alias_undone", id, null);
          }
          return done;
        });
    running.refresh();
    return undone;
  }
}
