package mx.vozrural.readings;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import mx.vozrural.audit.Actor;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Database;
import mx.vozrural.database.Ids;
import mx.vozrural.interpreter.Model;
import mx.vozrural.learning.ModelFile;
import org.jspecify.annotations.Nullable;

/**
 * The models that were learned here, and which of them reads. A model goes with the tables of the
 * release that it was learned with: their part of its version says which.
 */
public final class Models {
  private static final int NOW_AND_BEFORE = 2;

  private final Database database;
  private final Ids ids;
  private final InstantSource clock;

  public Models(Database database, Ids ids, InstantSource clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A model that was learned here.
   *
   * @param texts from how many it was learned
   * @param corrected how many of those staff had corrected
   */
  public record Kept(String version, Instant madeAt, int texts, int corrected) {}

  /**
   * Which model reads.
   *
   * @param version null: the one that came with the software
   */
  public record Use(@Nullable String version, Instant since) {}

  /** Keeps a model; the same again is kept once. */
  public void keep(Model model, int texts, int corrected) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ModelFile.write(model, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ReadingSql.KEEP_MODEL.run(
        database.pool(),
        model.version(),
        Columns.time(clock.instant()),
        texts,
        corrected,
        Buffer.buffer(bytes.toByteArray()));
  }

  /** The newest first. */
  public List<Kept> all() {
    return ReadingSql.MODELS.list(
        database.pool(),
        row ->
            new Kept(
                row.getString("version"),
                row.getOffsetDateTime("made_at").toInstant(),
                row.getInteger("texts"),
                row.getInteger("corrected")));
  }

  /** Empty where there is none of this version, or none that this release can use. */
  public Optional<Model> find(String version) {
    return find(database.pool(), version);
  }

  static Optional<Model> find(SqlClient client, String version) {
    return ReadingSql.MODEL
        .first(client, row -> row.getBuffer("bytes").getBytes(), version)
        .filter(bytes -> fits(version))
        .flatMap(Models::model);
  }

  /** Clues are of the tables that find them: those of other tables mean nothing here. */
  private static boolean fits(String version) {
    return tables(version).equals(tables(ModelFile.builtVersion()));
  }

  private static String tables(String version) {
    return version.substring(version.lastIndexOf('-') + 1);
  }

  private static Optional<Model> model(byte[] bytes) {
    try {
      return Optional.of(ModelFile.read(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Empty where the one that came with the software has read from the beginning. */
  public Optional<Use> inUse() {
    return uses().stream().findFirst();
  }

  private List<Use> uses() {
    return ReadingSql.USES.list(
        database.pool(),
        row -> new Use(row.getString("version"), row.getOffsetDateTime("since").toInstant()),
        NOW_AND_BEFORE);
  }

  /**
   * From now on this one reads, on every instance within a minute. The record of who chose which
   * only grows.
   *
   * @param version null: the one that came with the software
   */
  public void use(@Nullable String version, Actor actor) {
    ReadingSql.USE_MODEL.run(
        database.pool(),
        ids.next(),
        Columns.time(clock.instant()),
        version,
        actor.kind().code(),
        actor.id());
  }

  /**
   * The one before reads again.
   *
   * @return empty where none was ever promoted
   */
  public Optional<Use> rollBack(Actor actor) {
    List<Use> uses = uses();
    if (uses.isEmpty()) {
      return Optional.empty();
    }
    use(uses.size() > 1 ? uses.getLast().version() : null, actor);
    return inUse();
  }
}
