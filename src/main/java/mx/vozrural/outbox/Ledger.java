package mx.vozrural.outbox;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import mx.vozrural.database.Columns;
import org.jspecify.annotations.Nullable;

/**
 * What texts cost, by kind, section, template and month, over all that was really sent and
 * received. A text belongs to the month, in the municipality's time, in which it was written.
 */
public final class Ledger {
  private static final Duration FRESH = Duration.ofSeconds(30);
  private static final Duration USUAL = Duration.ofDays(30);

  private final SqlClient client;
  private final SpendingSettings settings;
  private final InstantSource clock;
  private final ZoneId zone;
  private volatile @Nullable Known known;

  public Ledger(SqlClient client, SpendingSettings settings, InstantSource clock, ZoneId zone) {
    this.client = client;
    this.settings = settings;
    this.clock = clock;
    this.zone = zone;
  }

  public YearMonth thisMonth() {
    return YearMonth.from(today());
  }

  public List<LedgerRow> month(YearMonth month) {
    Tariff tariff = settings.tariff();
    return LedgerSql.MONTH.list(
        client,
        LedgerRow::of,
        Columns.time(start(month)),
        Columns.time(start(month.plusMonths(1))),
        tariff.segment().toPlainString(),
        tariff.dollar().toPlainString());
  }

  /** What a segment costs now. */
  public Tariff tariff() {
    return settings.tariff();
  }

  /** What may be spent in a month now. */
  public Caps caps() {
    return settings.caps();
  }

  /** An amount of the gateway's own bill. */
  public record Billed(String unit, BigDecimal price, long segments) {}

  /** What the gateway has told of its bill so far, by currency; it bills by days of UTC. */
  public List<Billed> billed(YearMonth month) {
    return LedgerSql.BILLED.list(
        client,
        row ->
            new Billed(row.getString("unit"), row.getBigDecimal("price"), row.getLong("segments")),
        Columns.time(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant()),
        Columns.time(month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  /** Texts that the gateway lists and nobody here knows. */
  public record Unowned(long texts, long segments) {}

  public Unowned unowned(YearMonth month) {
    return unowned(start(month), start(month.plusMonths(1)));
  }

  /** Of the last thirty days, for who watches over the service. */
  public Unowned unowned() {
    return unowned(clock.instant().minus(USUAL), clock.instant());
  }

  /** The newest hour is left out: what was just sent may not be written down yet. */
  private Unowned unowned(Instant from, Instant until) {
    Instant anHourAgo = clock.instant().minus(Duration.ofHours(1));
    return LedgerSql.UNOWNED
        .first(
            client,
            row -> new Unowned(row.getLong("texts"), row.getLong("segments")),
            Columns.time(from),
            Columns.time(until.isBefore(anHourAgo) ? until : anHourAgo))
        .orElseThrow();
  }

  /** Where this month stands now. */
  public Budget budget() {
    return budget(client);
  }

  /**
   * Where this month stands, as one transaction sees it.
   *
   * @param within whose own changes count too
   */
  public Budget budget(SqlClient within) {
    Tariff tariff = settings.tariff(within);
    Caps caps = settings.caps(within);
    Instant now = clock.instant();
    Instant month = start(thisMonth());
    Instant usual = now.minus(USUAL);
    LocalDate today = today();
    int daysLeft = today.lengthOfMonth() - today.getDayOfMonth() + 1;
    return LedgerSql.BUDGET
        .first(
            within,
            row -> budget(row, caps, daysLeft),
            Columns.time(month.isBefore(usual) ? month : usual),
            Columns.time(start(thisMonth().plusMonths(1))),
            tariff.segment().toPlainString(),
            tariff.dollar().toPlainString(),
            Columns.time(month),
            Columns.time(usual))
        .orElseThrow();
  }

  private static Budget budget(Row row, Caps caps, int daysLeft) {
    return new Budget(
        caps,
        new Budget.Part(row.getBigDecimal("broadcasts"), row.getBigDecimal("everything")),
        new Budget.Part(
            row.getBigDecimal("queued_broadcasts"), row.getBigDecimal("queued_everything")),
        row.getBigDecimal("planned"),
        row.getBigDecimal("usual"),
        daysLeft);
  }

  private record Known(Budget budget, Instant at) {}

  /** The cap for everything where it is reached; at most half a minute old, for every page. */
  public Optional<BigDecimal> exhaustedCap() {
    Known last = known;
    Instant now = clock.instant();
    if (last == null || last.at().plus(FRESH).isBefore(now) || last.at().isAfter(now)) {
      last = new Known(budget(), now);
      known = last;
    }
    Budget budget = last.budget();
    return budget.exhausted() ? Optional.ofNullable(budget.caps().everything()) : Optional.empty();
  }

  /** After settings changed: the next page looks anew. */
  public void forget() {
    known = null;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  private Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }
}
