package mx.vozrural.intake;

import io.vertx.sqlclient.Pool;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import mx.vozrural.database.Ids;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.outbox.Outbox;
import mx.vozrural.reports.FrontDesk;
import mx.vozrural.reports.Reports;
import mx.vozrural.residents.Residents;

/**
 * What a writer works with; the same for all of an instance.
 *
 * @param interpreter the one that reads now
 * @param ourNumbers E.164: a text from one of them is our own
 */
public record IntakeParts(
    Pool pool,
    Ids ids,
    InstantSource clock,
    Catalogue catalogue,
    Supplier<Interpreter> interpreter,
    FrontDesk frontDesk,
    Reports reports,
    Residents residents,
    Outbox outbox,
    Set<String> ourNumbers) {}
