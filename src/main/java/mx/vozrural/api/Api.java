package mx.vozrural.api;

import io.vertx.ext.web.Router;
import java.util.function.Supplier;
import mx.vozrural.access.Access;
import mx.vozrural.commitments.Broadcasts;
import mx.vozrural.commitments.Plans;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.outbox.Ledger;
import mx.vozrural.outbox.SpendingSettings;
import mx.vozrural.reports.ReportReader;
import mx.vozrural.reports.Reports;
import mx.vozrural.reports.Triage;
import mx.vozrural.reports.WebReports;
import mx.vozrural.web.ClientAddress;
import mx.vozrural.web.Limits;

/** Puts the API's routes together. */
public final class Api {
  private final ReportsApi reportsApi;
  private final QueueApi queueApi;
  private final PlansApi plansApi;
  private final BroadcastsApi broadcastsApi;
  private final ReadingApi readingApi;
  private final LedgerApi ledgerApi;

  /** What the API works with. */
  public record Parts(
      Access access,
      WebReports webReports,
      Reports reports,
      ReportReader reader,
      Triage triage,
      Plans plans,
      Ledger ledger,
      SpendingSettings spending,
      Broadcasts broadcasts,
      Supplier<Interpreter> interpreter,
      Catalogue catalogue,
      ClientAddress addresses,
      Limits filings,
      Limits misses) {}

  public Api(Parts parts) {
    Callers callers = new Callers(parts.access());
    reportsApi =
        new ReportsApi(
            parts.webReports(),
            parts.reports(),
            parts.reader(),
            parts.catalogue(),
            parts.addresses(),
            parts.filings(),
            parts.misses());
    queueApi =
        new QueueApi(callers, parts.access(), parts.reader(), parts.reports(), parts.triage());
    plansApi = new PlansApi(parts.plans());
    broadcastsApi = new BroadcastsApi(callers, parts.broadcasts(), parts.reader());
    readingApi = new ReadingApi(callers, parts.interpreter(), parts.catalogue());
    ledgerApi = new LedgerApi(callers, parts.ledger(), parts.spending());
  }

  public void route(Router router) {
    reportsApi.route(router);
    queueApi.route(router);
    plansApi.route(router);
    broadcastsApi.route(router);
    readingApi.route(router);
    ledgerApi.route(router);
  }
}
