package mx.vozrural.commitments;

import io.vertx.sqlclient.SqlConnection;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.vozrural.commitments.Preview.Version;
import mx.vozrural.commitments.Step.Reason;
import mx.vozrural.commitments.Step.Refused;
import mx.vozrural.outbox.Budget;
import mx.vozrural.outbox.Tariff;
import mx.vozrural.sms.Segments;
import org.jspecify.annotations.Nullable;

/** To how many a broadcast would go, for how much, until when. Changes nothing. */
final class Estimates {
  private static final Duration WORTH = Duration.ofDays(3);
  private static final Duration SLACK = Duration.ofDays(1);

  private final Broadcasts.Parts parts;
  private final DraftCheck check;

  Estimates(Broadcasts.Parts parts) {
    this.parts = parts;
    this.check = new DraftCheck(parts.catalogue(), parts.plans());
  }

  Look look(Draft draft) {
    Instant now = parts.clock().instant();
    Words words = words(draft);
    Optional<Refused> wrong = check.of(draft, words.spanish(), words.english(), now);
    if (wrong.isPresent()) {
      return new Look.Refused(wrong.get());
    }
    Preview preview = preview(words, draft.audience(), draft.endsAt(), now);
    return refusal(preview).<Look>map(Look.Refused::new).orElseGet(() -> new Look.Fits(preview));
  }

  /** As recipients would read it; no English version: null. */
  private record Words(String spanish, @Nullable String english) {}

  private Words words(Draft draft) {
    String english = DraftCheck.words(draft.english());
    return new Words(
        text("es", DraftCheck.words(draft.words())),
        english.isEmpty() ? null : text("en", english));
  }

  /** The number to text is a sentence of its own: the one before it ends. */
  private String text(String language, String words) {
    boolean open =
        !words.isEmpty() && Character.isLetterOrDigit(words.codePointBefore(words.length()));
    return parts
        .texts()
        .render(language, List.of("broadcast"), Map.of("text", open ? words + "." : words));
  }

  private Preview preview(Words words, Audience audience, @Nullable Instant endsAt, Instant now) {
    Headcount count = AudienceSql.count(parts.database().pool(), audience, words.english() != null);
    Tariff price = parts.ledger().tariff();
    Version spanish = version(words.spanish(), count.spanish());
    Version english = words.english() == null ? null : version(words.english(), count.english());
    Instant finish = parts.hours().finish(now, count.everybody());
    Instant usual = now.plus(WORTH);
    Instant end = finish.plus(SLACK).isAfter(usual) ? finish.plus(SLACK) : usual;
    return new Preview(
        spanish,
        english,
        count.beside(),
        price.of(Preview.segments(spanish, english)),
        price,
        parts.hours().start(now),
        finish,
        endsAt == null ? end : endsAt);
  }

  private static Version version(String text, int audience) {
    return new Version(text, Segments.of(text), audience);
  }

  private Optional<Refused> refusal(Preview preview) {
    if (preview.audience() == 0) {
      return Optional.of(
          new Refused(
              Reason.NOBODY,
              "sections",
              "Nadie recibiría este aviso: nadie de esos lugares o temas está suscrito."));
    }
    return WhyNot.tooLate(preview.startsAt(), preview.finishesAt(), preview.endsAt())
        .or(() -> overBudget(parts.ledger().budget(), preview.cost()));
  }

  private static Optional<Refused> overBudget(Budget budget, BigDecimal cost) {
    return budget.allows(cost)
        ? Optional.empty()
        : Optional.of(
            new Refused(Reason.BUDGET, "body", Shortfall.words(budget.leftForBroadcasts(), cost)));
  }

  /** Of a broadcast whose texts the month's plan holds by now. */
  Optional<Refused> overBudget(SqlConnection connection, BigDecimal cost) {
    Budget budget = parts.ledger().budget(connection);
    BigDecimal left = budget.leftForBroadcasts();
    return left == null || left.signum() >= 0
        ? Optional.empty()
        : Optional.of(new Refused(Reason.BUDGET, "approve", Shortfall.words(left.add(cost), cost)));
  }

  /** What a proposed broadcast would be if it were approved now. */
  Preview preview(Broadcast broadcast) {
    Broadcast.English english = broadcast.english();
    return preview(
        new Words(broadcast.body(), english == null ? null : english.body()),
        broadcast.audienceOf(),
        broadcast.endsAt(),
        parts.clock().instant());
  }

  /** Of a broadcast to so many. */
  BigDecimal cost(Broadcast broadcast, Headcount count) {
    Broadcast.English english = broadcast.english();
    return cost(
        (long) count.spanish() * broadcast.segments()
            + (english == null ? 0 : (long) count.english() * english.segments()));
  }

  /** By today's price. */
  BigDecimal cost(long segments) {
    return parts.ledger().tariff().of(segments);
  }
}
