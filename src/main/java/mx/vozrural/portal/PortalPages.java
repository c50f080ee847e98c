package mx.vozrural.portal;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mx.vozrural.commitments.Plans;
import mx.vozrural.web.Plot;
import mx.vozrural.web.Site;
import org.jspecify.annotations.Nullable;

/**
 * The pages that are the same for everybody: what was promised, what people report, what we do with
 * data.
 */
final class PortalPages {
  /** Counts below this could point at a person. */
  private static final int FEWEST = 5;

  private static final String MONITOR = "ICHITAIP";
  private static final LocalDate PRIVACY_CHANGED_ON = LocalDate.of(2026, 11, 24);

  private final PortalParts parts;

  PortalPages(PortalParts parts) {
    this.parts = parts;
  }

  void route(Router router) {
    router.get("/").handler(this::home);
    router.get("/compromisos").handler(this::commitments);
    router
        .get("/privacidad")
        .handler(ctx ->
            parts
                .pages()
                .everyones(
                    ctx,
                    "portal/privacy.jte",
                    new PrivacyView(null, null, 20, PRIVACY_CHANGED_ON)));
  }

  private void home(RoutingContext ctx) {
    Site site = parts.pages().site();
    LocalDate since = site.today().withDayOfYear(1);
    var summary = parts.figures().summary(since, site.today());
    List<Plans.Plan> plans = parts.plans().plans();
    String plan = plans.isEmpty() ? "" : plans.get(0).title();
    List<CommitmentRow> rows =
        parts.plans().commitments().stream()
            .filter(c -> !plans.isEmpty() && c.plan().equals(plans.get(0).id()))
            .map(c -> row(c, site.today()))
            .toList();
    parts
        .pages()
        .everyones(
            ctx,
            "portal/home.jte",
            new HomeView(
                plan,
                rows,
                new HomeView.Figures(
                    since,
                    shown(summary.received()),
                    shown(summary.open()),
                    shown(summary.late()),
                    null),
                bySection(since, site)));
  }

  private static @Nullable Long shown(long count) {
    return count < FEWEST && count > 0 ? null : count;
  }

  private Plot bySection(LocalDate since, Site site) {
    List<Plot.Bar> bars =
        parts.figures().bySection(since).entrySet().stream()
            .map(e -> new Plot.Bar(e.getKey(), shown(e.getValue())))
            .toList();
    return new Plot(
        "Necesidades por sección",
        "Sección",
        "reportes desde el " + site.day(since),
        site.office(),
        site.today(),
        FEWEST,
        bars);
  }

  private void commitments(RoutingContext ctx) {
    LocalDate today = parts.pages().site().today();
    Map<String, List<CommitmentRow>> byPlan = new LinkedHashMap<>();
    parts
        .plans()
        .commitments()
        .forEach(c -> byPlan.computeIfAbsent(c.plan(), p -> new ArrayList<>()).add(row(c, today)));
    List<CommitmentsView.Plan> plans =
        parts.plans().plans().stream()
            .map(plan ->
                new CommitmentsView.Plan(
                    plan.title(), period(plan), byPlan.getOrDefault(plan.id(), List.of())))
            .toList();
    parts.pages().everyones(ctx, "portal/commitments.jte", new CommitmentsView(plans));
  }

  private static String period(Plans.Plan plan) {
    if (plan.startsOn() == null || plan.endsOn() == null) {
      return "";
    }
    return plan.startsOn().getYear() + "-" + plan.endsOn().getYear();
  }

  /** Neither party has spoken yet: follow-up comes with a later part of the portal. */
  private static CommitmentRow row(Plans.Commitment commitment, LocalDate today) {
    boolean late = commitment.endsOn() != null && commitment.endsOn().isBefore(today);
    return new CommitmentRow(
        commitment.id(),
        commitment.title(),
        commitment.lead(),
        commitment.endsOn(),
        late,
        Claim.none(commitment.lead()),
        Claim.none(MONITOR));
  }
}
