package mx.vozrural.portal;

import io.vertx.ext.web.Router;

/** Puts the public pages together. */
public final class Portal {
  private final PortalPages portalPages;
  private final ReportPage reportPage;
  private final FolioPage folioPage;

  public Portal(PortalParts parts) {
    portalPages = new PortalPages(parts);
    reportPage = new ReportPage(parts);
    folioPage = new FolioPage(parts);
  }

  public void route(Router router) {
    portalPages.route(router);
    reportPage.route(router);
    folioPage.route(router);
  }
}
