package mx.vozrural.commitments;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import mx.vozrural.audit.Actor;
import mx.vozrural.audit.Audit;
import mx.vozrural.audit.Scope;
import mx.vozrural.commitments.Broadcast.State;
import mx.vozrural.commitments.Step.Reason;
import mx.vozrural.commitments.Step.Refused;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Database;
import mx.vozrural.database.Ids;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.outbox.BroadcastTexts;
import mx.vozrural.outbox.Ledger;
import mx.vozrural.outbox.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Texts to many: one person proposes, another approves, then the {@link BroadcastFeeder} moves the
 * recipients to the outbox a few at a time, so that pausing and cancelling hold at once.
 */
public final class Broadcasts {
  private final Parts parts;
  private final Estimates estimates;

  /** What broadcasts work with. */
  public record Parts(
      Database database,
      Ids ids,
      InstantSource clock,
      Audit audit,
      Texts texts,
      SendingHours hours,
      Catalogue catalogue,
      Plans plans,
      Ledger ledger) {}

  public Broadcasts(Parts parts) {
    this.parts = parts;
    this.estimates = new Estimates(parts);
  }

  /** What a draft would be: to how many, for how much, until when. Changes nothing. */
  public Look look(Draft draft) {
    return estimates.look(draft);
  }

  /** What a proposed broadcast would be if it were approved now. */
  public Preview preview(Broadcast broadcast) {
    return estimates.preview(broadcast);
  }

  /** What so many segments more cost, by today's price. */
  public BigDecimal cost(long segments) {
    return estimates.cost(segments);
  }

  /** When the next text may leave; empty where that is now. */
  public Optional<Instant> quietUntil() {
    Instant now = parts.clock().instant();
    return Optional.of(parts.hours().start(now)).filter(now::isBefore);
  }

  /** Writes it down for somebody else to approve. */
  public Step propose(Draft draft, long staff) {
    return switch (look(draft)) {
      case Look.Refused refused -> refused.why();
      case Look.Fits fits -> new Step.Done(propose(draft, fits.preview(), staff));
    };
  }

  private Broadcast propose(Draft draft, Preview preview, long staff) {
    long id = parts.ids().next();
    Preview.Version english = preview.english();
    return parts
        .database()
        .inTransaction(connection -> {
          BroadcastSql.PROPOSE.run(
              connection,
              id,
              preview.spanish().text(),
              draft.audience().json(),
              preview.audience(),
              (short) preview.spanish().segments().segments(),
              preview.cost(),
              staff,
              Columns.time(parts.clock().instant()),
              Columns.time(preview.endsAt()),
              english == null ? null : english.text(),
              english == null ? null : (short) english.segments().segments(),
              english == null ? null : english.audience());
          Broadcast broadcast = one(connection, id).orElseThrow();
          note(connection, staff, "proposed", broadcast);
          return broadcast;
        });
  }

  private void note(SqlConnection connection, long staff, String what, Broadcast broadcast) {
    parts
        .audit()
        .append(
            connection,
            Actor.staff(staff),
            "broadcast." + what,
            broadcast.id(),
            new JsonObject()
                .put("audience", broadcast.audience())
                .put("segments", broadcast.segments())
                .put("cost", broadcast.cost().toPlainString()));
  }

  /**
   * By another person than who proposed it: writes the recipients down, by one statement, and lets
   * the texts go.
   */
  public Step approve(long id, long staff) {
    return step(id, staff, "approved", this::approved);
  }

  private Optional<Refused> approved(SqlConnection connection, Asked asked) {
    Broadcast broadcast = asked.broadcast();
    if (broadcast.madeBy() == asked.staff()) {
      return Optional.of(
          new Refused(Reason.OWN, "approve", "Otra persona tiene que aprobar su aviso."));
    }
    if (broadcast.state() != State.PROPOSED) {
      return WhyNot.inState(broadcast, "aprobar");
    }
    Instant now = parts.clock().instant();
    Headcount count = AudienceSql.write(connection, broadcast);
    int audience = count.everybody();
    if (audience == 0) {
      return Optional.of(
          new Refused(Reason.NOBODY, "approve", "Ya no hay a quién mandar este aviso."));
    }
    BigDecimal cost = estimates.cost(broadcast, count);
    BroadcastSql.APPROVE.run(
        connection,
        broadcast.id(),
        asked.staff(),
        Columns.time(now),
        audience,
        cost,
        count.english());
    return WhyNot.tooLate(
            parts.hours().start(now), parts.hours().finish(now, audience), broadcast.endsAt())
        .or(() -> estimates.overBudget(connection, cost));
  }

  /** Nothing more leaves until it is resumed; what waits in the outbox is taken out. */
  public Step pause(long id, long staff) {
    return step(
        id,
        staff,
        "paused",
        (connection, asked) ->
            asked.broadcast().state() == State.SENDING
                ? stop(connection, asked.broadcast(), State.PAUSED)
                : WhyNot.inState(asked.broadcast(), "pausar"));
  }

  /** Nothing more leaves, for good; of one that is done, what was to be tried again. */
  public Step cancel(long id, long staff) {
    return step(
        id,
        staff,
        "cancelled",
        (connection, asked) ->
            switch (asked.broadcast().state()) {
              case PROPOSED, SENDING, PAUSED ->
                  stop(connection, asked.broadcast(), State.CANCELLED);
              case DONE ->
                  underWay(connection, asked.broadcast())
                      ? stop(connection, asked.broadcast(), State.CANCELLED)
                      : WhyNot.inState(asked.broadcast(), "cancelar");
              case CANCELLED -> WhyNot.inState(asked.broadcast(), "cancelar");
            });
  }

  private static boolean underWay(SqlConnection connection, Broadcast broadcast) {
    return BroadcastSql.UNDER_WAY
        .first(
            connection,
            row -> row.getBoolean("ready") || row.getBoolean("uncertain"),
            broadcast.id())
        .orElseThrow();
  }

  private Optional<Refused> stop(SqlConnection connection, Broadcast broadcast, State state) {
    move(connection, broadcast.id(), state);
    BroadcastTexts.withdraw(
        connection, broadcast.id(), "broadcast_" + state.code(), parts.clock().instant());
    return Optional.empty();
  }

  /** Goes on with who got nothing yet. */
  public Step resume(long id, long staff) {
    return step(id, staff, "resumed", this::resumed);
  }

  private Optional<Refused> resumed(SqlConnection connection, Asked asked) {
    Broadcast broadcast = asked.broadcast();
    if (broadcast.state() != State.PAUSED) {
      return WhyNot.inState(broadcast, "reanudar");
    }
    move(connection, broadcast.id(), State.SENDING);
    BroadcastSql.WAIT_AGAIN.run(connection, broadcast.id());
    Instant now = parts.clock().instant();
    Progress left = progress(connection, broadcast.id());
    return WhyNot.tooLate(
            parts.hours().start(now), parts.hours().finish(now, left.listed()), broadcast.endsAt())
        .or(() -> estimates.overBudget(connection, cost(left.listedSegments())));
  }

  private void move(SqlConnection connection, long id, State state) {
    BroadcastSql.MOVE.run(
        connection, id, state.code(), null, Columns.time(parts.clock().instant()));
  }

  /** What somebody wants of a broadcast, which nobody else can change meanwhile. */
  private record Asked(Broadcast broadcast, long staff) {}

  /** One step in one transaction; undone where it is refused. */
  private Step step(
      long id, long staff, String what, BiFunction<SqlConnection, Asked, Optional<Refused>> work) {
    try {
      return parts
          .database()
          .<Step>inTransaction(connection -> {
            Optional<Broadcast> broadcast = BroadcastSql.LOCK.first(connection, Broadcast::of, id);
            if (broadcast.isEmpty()) {
              return new Step.Unknown();
            }
            work.apply(connection, new Asked(broadcast.get(), staff))
                .ifPresent(refused -> {
                  throw new Undo(refused);
                });
            Broadcast changed = one(connection, id).orElseThrow();
            note(connection, staff, what, changed);
            return new Step.Done(changed);
          });
    } catch (Undo undo) {
      return undo.refused;
    }
  }

  /** Undoes the transaction and carries the answer out of it. */
  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Refused refused;

    Undo(Refused refused) {
      super(null, null, false, false);
      this.refused = refused;
    }
  }

  public Optional<Broadcast> one(long id) {
    return one(parts.database().pool(), id);
  }

  private static Optional<Broadcast> one(SqlClient client, long id) {
    return BroadcastSql.ONE.first(client, Broadcast::of, id);
  }

  /**
   * The newest first.
   *
   * @param before only those older than this one; null: all
   */
  public List<Broadcast> page(@Nullable Long before, int limit) {
    return BroadcastSql.NEWEST.list(parts.database().pool(), Broadcast::of, before, limit);
  }

  /** How far it is, recipient by recipient. */
  public Progress progress(long id) {
    return progress(parts.database().pool(), id);
  }

  private static Progress progress(SqlClient client, long id) {
    return Progress.of(BroadcastSql.PROGRESS.list(client, Progress.Count::of, id));
  }

  /** Which texts of a report answered a broadcast: its id by theirs. */
  public Map<Long, Long> answered(long folio) {
    return BroadcastSql.ANSWERED
        .list(
            parts.database().pool(),
            row -> Map.entry(row.getLong("id"), row.getLong("broadcast")),
            folio)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
  }

  /** What came back; none of a restricted report, whose reading is recorded where it is opened. */
  public List<Answer> answers(Broadcast broadcast, Scope scope) {
    return Answer.to(broadcast, scope, parts.database().pool());
  }
}
