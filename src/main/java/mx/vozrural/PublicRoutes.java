package mx.vozrural;

import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import mx.vozrural.api.Api;
import mx.vozrural.database.Keyring.Purpose;
import mx.vozrural.desk.Desk;
import mx.vozrural.desk.DeskParts;
import mx.vozrural.domain.PhoneFormat;
import mx.vozrural.intake.Intake;
import mx.vozrural.portal.Portal;
import mx.vozrural.portal.PortalParts;
import mx.vozrural.simulator.Simulator;
import mx.vozrural.web.Assets;
import mx.vozrural.web.ClientAddress;
import mx.vozrural.web.Csrf;
import mx.vozrural.web.Failures;
import mx.vozrural.web.Limits;
import mx.vozrural.web.Pages;
import mx.vozrural.web.SameOrigin;
import mx.vozrural.web.SecurityHeaders;
import mx.vozrural.web.Site;

/**
 * All pages and the API on one router. The limits count for all routers of the instance together.
 */
final class PublicRoutes {
  private static final int KEYS = 50_000;
  private static final Duration FORM_LIFETIME = Duration.ofHours(12);
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final Services services;
  private final Intake intake;
  private final Supplier<List<String>> alarms;
  private final Assets assets =
      new Assets(List.of("voz-rural.css", "icono.svg", "simulador.js", "costo.js"));
  private final Pages pages;
  private final Csrf csrf;
  private final ClientAddress addresses;
  private final Limits misses;
  private final Limits filings;

  PublicRoutes(Services services, Intake intake, Supplier<List<String>> alarms) {
    this.services = services;
    this.alarms = alarms;
    this.intake = intake;
    this.pages = new Pages(site());
    byte[] key = services.keys.key(Purpose.WEB, services.keys.newest(Purpose.WEB));
    this.csrf = new Csrf(key, FORM_LIFETIME, services.clock);
    this.addresses = new ClientAddress(new HashSet<>(services.settings.web().trustedProxies()));
    this.misses = new Limits(30, WINDOW, KEYS, services.clock);
    this.filings = new Limits(20, WINDOW, KEYS, services.clock);
  }

  private Site site() {
    return new Site(
        services.municipality.name(),
        services.municipality.office(),
        PhoneFormat.spoken(services.settings.sms().number()),
        simulated(),
        services.municipality.zone(),
        services.clock,
        assets);
  }

  private boolean simulated() {
    return services.settings.sms().twilio().isEmpty();
  }

  void add(Router router) {
    new Failures(pages).guard(router);
    router.route().handler(new SecurityHeaders(services.settings.web().secure()));
    assets.route(router);
    HttpDoor.readBodies(router);
    new Api(apiParts()).route(router);
    router.route().handler(new SameOrigin(URI.create(services.settings.web().publicUrl())));
    new Portal(portalParts()).route(router);
    new Desk(deskParts()).route(router);
    if (simulated()) {
      new Simulator(
              services.database.pool(), intake, services.residents, services.outbox, pages, csrf)
          .route(router);
    }
  }

  private Api.Parts apiParts() {
    return new Api.Parts(
        services.access,
        services.webReports,
        services.reports,
        services.reader,
        services.triage,
        services.plans,
        services.ledger,
        services.spending,
        services.broadcasts,
        services.interpreter,
        services.catalogue,
        addresses,
        filings,
        misses);
  }

  private PortalParts portalParts() {
    return new PortalParts(
        pages,
        services.catalogue,
        services.webReports,
        services.reports,
        services.reader,
        services.reporter,
        services.figures,
        services.plans,
        csrf,
        addresses,
        filings,
        misses,
        services.clock);
  }

  private DeskParts deskParts() {
    return new DeskParts(
        pages,
        services.access,
        services.catalogue,
        services.reader,
        services.reports,
        services.triage,
        services.keptTexts,
        services.parkedTexts,
        services.residents,
        services.ledger,
        services.spending,
        services.outbox.texts(),
        services.broadcasts,
        services.plans,
        services.duty,
        services.silence,
        services.readings,
        csrf,
        addresses,
        alarms,
        services.settings.web().secure());
  }
}
