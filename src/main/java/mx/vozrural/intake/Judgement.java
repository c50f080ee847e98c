package mx.vozrural.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mx.vozrural.dialogue.Decision;
import mx.vozrural.dialogue.Words;
import mx.vozrural.outbox.Message;
import mx.vozrural.reports.KeptSql;
import mx.vozrural.reports.Opening;
import mx.vozrural.residents.Claim;
import org.jspecify.annotations.Nullable;

/**
 * A text judged: every row that it brings.
 *
 * @param reply null: silence
 * @param opening null: no report
 * @param number the running number that was at hand for it
 */
record Judgement(
    Arrival arrival,
    Decision decision,
    Claim claim,
    Message inbound,
    @Nullable Message reply,
    @Nullable Opening opening,
    long number) {

  @Nullable Long replyId() {
    return reply == null ? null : reply.id();
  }

  Optional<KeptSql.Row> kept() {
    return decision.words() instanceof Words.Keep keep
        ? Optional.of(new KeptSql.Row(inbound.id(), keep.reason().name().toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** Whether it touches what is there already, and so needs a transaction of several statements. */
  boolean touchesMore() {
    return decision.words() instanceof Words.Add || !decision.effects().isEmpty();
  }

  List<String> added() {
    return decision.words() instanceof Words.Add add ? add.folios() : List.of();
  }

  Reply answer() {
    return reply == null ? new Reply.Silence() : new Reply.Text(reply.body(), reply.id());
  }
}
