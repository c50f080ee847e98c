package mx.vozrural.intake;

import io.vertx.sqlclient.Tuple;
import java.io.Closeable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Sql;
import mx.vozrural.outbox.Message;
import mx.vozrural.reports.Filing;
import mx.vozrural.reports.Opening;
import mx.vozrural.residents.Claim;
import mx.vozrural.residents.PhoneVault;

/**
 * A yardstick: the same reading, judging and rows for each text, but each text for itself, on as
 * many connections as there are, and written by a statement made for one text. Only for texts that
 * open a report from a phone that nobody knows.
 */
public final class OneByOne {
  private static final Sql WRITE =
      Sql.of(
          """
          -- bench.one_by_one
          WITH noted AS (
            INSERT INTO inbound (sid, message, message_at, reply) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING sid),
          met AS (
            INSERT INTO resident (id, phone_index, phone, phone_kind, created_at, conversation)
            SELECT $5::bigint, $6::bytea, $7::bytea, $8::text, $3, $9::text::jsonb FROM noted
            ON CONFLICT (phone_index) DO NOTHING RETURNING id),
          recorded AS (
            INSERT INTO message (id, at, direction, channel, resident, folio, body, template, language, segments, media)
            SELECT $2, $3, 'in', 'sms', id, $10::bigint, $11::text, NULL::text, $12::text, $13::int, 0 FROM met
            UNION ALL
            SELECT $4, $3, 'out', 'sms', id, $10::bigint, $14::text, $15::text, $12::text, $16::int, 0 FROM met),
          answered AS (
            INSERT INTO outbox (message, message_at, resident, state, priority, due_at, expires_at, updated_at)
            SELECT $4, $3, id, 'answered', 0, $3, $3 + interval '1 day', $3 FROM met),
          opened AS (
            INSERT INTO report (folio, kind, channel, status, section, community, category, categories, urgent, life_danger, restricted,
              violence_at_home, unclear, flooding, priority, received_at, updated_at, due_on, resident, language, message, message_at)
            SELECT $10, $17::text, 'sms', 'received', $18::text, $19::int, ($20::text[])[1], $20::text[], $21::boolean, $22::boolean, $23::boolean,
              $24::boolean, $25::boolean, false, $26::int, $3, $3, $27::date, id, $12, $2, $3 FROM met),
          begun AS (
            INSERT INTO history (folio, id, at, event, actor_kind, actor, detail)
            SELECT $10, $28::bigint, $3, 'received', 'resident', id, $29::text::jsonb FROM met)
          SELECT id FROM met\
          """);

  /** As long as the product's own first line of a history. */
  private static final String DETAIL =
      """
      {"status":"received","kind":"need","channel":"sms","section":"EL_CHARCO","community":null,"category":"AGUA",\
      "categories":["AGUA"],"urgent":false,"life_danger":false,"restricted":false,"violence_at_home":false,\
      "unclear":false,"priority":3,"due_on":"2026-08-03"}\
      """;

  private final IntakeParts parts;
  private final PhoneVault vault;
  private final Contexts contexts;
  private final Judge judge;

  private OneByOne(IntakeParts parts) {
    this.parts = parts;
    this.vault = parts.residents().vault();
    this.contexts = new Contexts(parts.frontDesk().folios(), parts.catalogue());
    this.judge =
        new Judge(parts.ids(), vault, parts.frontDesk(), parts.outbox().texts(), parts.ourNumbers());
  }

  /** Takes each text of this queue to a thread of its own, until it is closed. */
  public static Closeable serve(Intake intake, IntakeParts parts) {
    OneByOne one = new OneByOne(parts);
    BooleanSupplier writer =
        () -> {
          List<Arrival> texts = intake.take();
          texts.forEach(text -> Thread.ofVirtual().start(() -> one.answer(text)));
          intake.done(texts);
          return true;
        };
    intake.addWriter(writer);
    return () -> intake.removeWriter(writer);
  }

  private void answer(Arrival arrival) {
    Reply reply = new Reply.Unavailable();
    try {
      reply = written(arrival);
    } finally {
      arrival.reply().accept(reply);
    }
  }

  private Reply written(Arrival arrival) {
    Instant now = parts.clock().instant();
    Read read =
        new Read(
            arrival,
            parts.interpreter().get().read(arrival.body()),
            "bench",
            vault.index(arrival.from()));
    Contexts.Known known = contexts.load(parts.pool(), List.of(read), now).get(0);
    Judgement text = judge.judge(known, now);
    if (text.opening() == null || text.reply() == null || text.touchesMore()) {
      throw new IllegalStateException("not a new report: " + arrival.sid());
    }
    Tuple row = row(text, text.claim(), text.opening(), text.reply(), now);
    return WRITE.run(parts.pool(), row).size() == 1 ? text.answer() : new Reply.Unavailable();
  }

  private static Tuple row(
      Judgement text, Claim claim, Opening opening, Message reply, Instant now) {
    Filing filing = opening.filing();
    Filing.Gravity gravity = filing.gravity();
    return Tuple.from(
        Arrays.asList(
            text.arrival().sid(),
            text.inbound().id(),
            Columns.time(now),
            reply.id(),
            claim.resident(),
            claim.phoneIndex(),
            claim.phone(),
            claim.phoneKind(),
            claim.conversation().encode(),
            opening.folio(),
            text.inbound().body(),
            filing.language(),
            text.inbound().segments(),
            reply.body(),
            reply.template(),
            reply.segments(),
            filing.kind().code(),
            filing.section(),
            filing.community(),
            filing.categories().toArray(String[]::new),
            gravity.urgent(),
            gravity.lifeDanger(),
            gravity.restricted(),
            gravity.violenceAtHome(),
            filing.unclear(),
            gravity.priority(),
            opening.dueOn(),
            opening.historyId(),
            DETAIL));
  }
}
