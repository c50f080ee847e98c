package mx.vozrural.desk;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.BiConsumer;
import mx.vozrural.access.Session;
import mx.vozrural.outbox.Caps;
import mx.vozrural.outbox.LedgerRow;
import mx.vozrural.outbox.Tariff;
import mx.vozrural.web.Csv;
import mx.vozrural.web.Form;
import mx.vozrural.web.FormErrors;
import mx.vozrural.web.Problem;
import org.jspecify.annotations.Nullable;

/** {@code /mesa/gastos}: what texts cost, and what they may cost. */
final class LedgerPage {
  private static final String ADDRESS = "/mesa/gastos";
  private static final String AMOUNT = "Escriba una cantidad en pesos, como 1.25.";

  private final DeskParts parts;
  private final LedgerTables tables;
  private final Door door;

  LedgerPage(DeskParts parts, Frames frames, Door door) {
    this.parts = parts;
    this.tables = new LedgerTables(parts, frames);
    this.door = door;
  }

  void route(Router router) {
    router.get(ADDRESS).handler(door.reading(seeing(this::show)));
    router.get(ADDRESS + ".csv").handler(door.reading(seeing(this::table)));
    router.post(ADDRESS).handler(door.posting(this::set));
  }

  private static BiConsumer<RoutingContext, Session> seeing(
      BiConsumer<RoutingContext, Session> handler) {
    return (ctx, session) -> {
      if (session.staff().role().seesSpending()) {
        handler.accept(ctx, session);
      } else {
        Problem.of(403).saying("Los gastos los ven coordinación y administración.").fail(ctx);
      }
    };
  }

  private void show(RoutingContext ctx, Session session) {
    boolean saved = Frames.parameter(ctx, "hecho").equals("topes");
    month(ctx).ifPresent(month -> show(ctx, 200, session, month, form(session), saved));
  }

  private void show(
      RoutingContext ctx,
      int status,
      Session session,
      YearMonth month,
      LedgerView.@Nullable Form form,
      boolean saved) {
    parts
        .pages()
        .personal(ctx, status, "desk/ledger.jte", tables.view(session, month, form, saved));
  }

  private void table(RoutingContext ctx, Session session) {
    month(ctx)
        .ifPresent(month ->
            Csv.send(
                ctx,
                "gastos-" + month + ".csv",
                LedgerRow.COLUMNS,
                parts.ledger().month(month).stream()
                    .map(row -> row.cells(month.toString()))
                    .toList()));
  }

  /** This month where none is named; empty where what is named is none, which was answered. */
  private Optional<YearMonth> month(RoutingContext ctx) {
    String named = Frames.parameter(ctx, "mes");
    if (named.isEmpty()) {
      return Optional.of(parts.ledger().thisMonth());
    }
    try {
      if (named.matches("20\\d\\d-\\d\\d")) {
        return Optional.of(YearMonth.parse(named));
      }
    } catch (DateTimeException noSuchMonth) {
      // Told below, like anything else that names no month.
    }
    Problem.of(404).saying("Ese mes no existe. Escriba uno como 2026-11.").fail(ctx);
    return Optional.empty();
  }

  private LedgerView.@Nullable Form form(Session session) {
    if (!session.staff().role().setsSpending()) {
      return null;
    }
    Tariff tariff = parts.spending().tariff();
    Caps caps = parts.spending().caps();
    return new LedgerView.Form(
        tariff.segment().toPlainString(),
        tariff.dollar().toPlainString(),
        plain(caps.broadcasts()),
        plain(caps.everything()),
        FormErrors.NONE);
  }

  private static String plain(@Nullable BigDecimal amount) {
    return amount == null ? "" : amount.toPlainString();
  }

  private void set(RoutingContext ctx, Session session) {
    if (!session.staff().role().setsSpending()) {
      Problem.of(403).saying("Los precios y los topes los pone administración.").fail(ctx);
      return;
    }
    Form form = Form.of(ctx);
    Optional<BigDecimal> segment = price(form, "segment");
    Optional<BigDecimal> dollar = price(form, "dollar");
    Caps caps = new Caps(cap(form, "broadcasts"), cap(form, "everything"));
    if (!form.errors().isEmpty() || segment.isEmpty() || dollar.isEmpty()) {
      show(ctx, 422, session, parts.ledger().thisMonth(), typed(form), false);
      return;
    }
    parts.spending().set(new Tariff(segment.get(), dollar.get()), caps, session.staff().actor());
    parts.ledger().forget();
    ctx.response().setStatusCode(303).putHeader("Location", ADDRESS + "?hecho=topes").end();
  }

  private static Optional<BigDecimal> price(Form form, String name) {
    form.required(name, 20, AMOUNT);
    return form.parsed(name, text -> amount(text).filter(price -> price.signum() > 0), AMOUNT);
  }

  private static @Nullable BigDecimal cap(Form form, String name) {
    return form.parsed(name, LedgerPage::amount, AMOUNT).orElse(null);
  }

  private static Optional<BigDecimal> amount(String typed) {
    String plain = typed.replaceAll("[$,\\s]", "");
    return plain.matches("\\d{1,9}(\\.\\d{1,4})?")
        ? Optional.of(new BigDecimal(plain))
        : Optional.empty();
  }

  private static LedgerView.Form typed(Form form) {
    return new LedgerView.Form(
        form.text("segment"),
        form.text("dollar"),
        form.text("broadcasts"),
        form.text("everything"),
        form.errors());
  }
}
