package mx.vozrural.readings;

import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.interpreter.Model;
import mx.vozrural.interpreter.PlaceAlias;
import mx.vozrural.learning.ModelFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The interpreter that reads now: made anew where another model was promoted, or words were pinned
 * to a place. Who reads a text takes it once and so reads with one.
 */
public final class RunningInterpreter implements Supplier<Interpreter> {
  private static final Logger LOG = LoggerFactory.getLogger(RunningInterpreter.class);

  private final SqlClient client;
  private final Catalogue catalogue;
  private final Model built = ModelFile.built();
  private final Interpreter tables;
  private volatile Made made;

  private record State(@Nullable String version, long pinned, long undone) {}

  private record Made(State of, Interpreter interpreter) {}

  public RunningInterpreter(SqlClient client, Catalogue catalogue) {
    this.client = client;
    this.catalogue = catalogue;
    tables = new Interpreter(catalogue);
    made = make(state());
  }

  /** Reads by the tables alone: what words mean whatever was learned. */
  Interpreter tables() {
    return tables;
  }

  @Override
  public Interpreter get() {
    return made.interpreter();
  }

  /** Looks whether anything changed; one short statement where nothing has. */
  public synchronized void refresh() {
    State now = state();
    if (!now.equals(made.of())) {
      made = make(now);
    }
  }

  private State state() {
    return ReadingSql.STATE
        .first(
            client,
            row ->
                new State(row.getString("version"), row.getLong("pinned"), row.getLong("undone")))
        .orElseThrow();
  }

  private Made make(State state) {
    List<PlaceAlias> aliases =
        ReadingSql.ALIASES.list(
            client,
            row ->
                new PlaceAlias(
                    row.getString("words"), row.getString("section"), row.getInteger("community")));
    return new Made(state, new Interpreter(catalogue, model(state.version()), aliases));
  }

  /** A model of another release would read nonsense: the software's own reads instead. */
  private Model model(@Nullable String version) {
    if (version == null || version.equals(built.version())) {
      return built;
    }
    Optional<Model> promoted = Models.find(client, version);
    if (promoted.isEmpty()) {
      LOG.warn("The model {} is of another release; {} reads instead", version, built.version());
    }
    return promoted.orElse(built);
  }
}
