package mx.vozrural.desk;

import io.vertx.ext.web.Router;

/** Puts the desk together. */
public final class Desk {
  private final Door door;
  private final QueuePage queuePage;
  private final ReportPage reportPage;
  private final KeptTextsPage keptTextsPage;
  private final ParkedTextsPage parkedTextsPage;
  private final LedgerPage ledgerPage;
  private final BroadcastsPage broadcastsPage;
  private final NewBroadcastPage newBroadcastPage;
  private final DutyPage dutyPage;
  private final ReadingPage readingPage;
  private final ReportReading reportReading;

  public Desk(DeskParts parts) {
    Frames frames = new Frames(parts);
    door = new Door(parts);
    queuePage = new QueuePage(parts, frames);
    reportReading = new ReportReading(parts, door);
    reportPage = new ReportPage(parts, frames, queuePage, reportReading, door);
    keptTextsPage = new KeptTextsPage(parts, frames, door);
    parkedTextsPage = new ParkedTextsPage(parts, frames, door);
    ledgerPage = new LedgerPage(parts, frames, door);
    broadcastsPage = new BroadcastsPage(parts, frames, door);
    newBroadcastPage = new NewBroadcastPage(parts, frames, door);
    dutyPage = new DutyPage(parts, frames, door);
    readingPage = new ReadingPage(parts, frames, door);
  }

  public void route(Router router) {
    router.get("/mesa").handler(door.reading(queuePage::show));
    door.route(router);
    reportPage.route(router);
    keptTextsPage.route(router);
    parkedTextsPage.route(router);
    ledgerPage.route(router);
    newBroadcastPage.route(router);
    broadcastsPage.route(router);
    dutyPage.route(router);
    readingPage.route(router);
    reportReading.route(router);
  }
}
