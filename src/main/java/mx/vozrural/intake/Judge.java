package mx.vozrural.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mx.vozrural.database.Ids;
import mx.vozrural.dialogue.Answer;
import mx.vozrural.dialogue.Decision;
import mx.vozrural.dialogue.Dialogue;
import mx.vozrural.dialogue.Incoming;
import mx.vozrural.dialogue.Words;
import mx.vozrural.domain.Phone;
import mx.vozrural.domain.ShortDate;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.outbox.Message;
import mx.vozrural.outbox.Texts;
import mx.vozrural.readings.MachineReading;
import mx.vozrural.reports.Filing;
import mx.vozrural.reports.FrontDesk;
import mx.vozrural.reports.Opening;
import mx.vozrural.residents.Claim;
import mx.vozrural.residents.PhoneVault;
import mx.vozrural.sms.Segments;
import org.jspecify.annotations.Nullable;

/**
 * From a text and what is known of it to the rows that it brings. Decides nothing itself: {@link
 * Dialogue} does.
 */
final class Judge {
  private final Dialogue dialogue = new Dialogue();
  private final Ids ids;
  private final PhoneVault vault;
  private final FrontDesk frontDesk;
  private final Texts texts;
  private final Set<String> ourNumbers;

  Judge(Ids ids, PhoneVault vault, FrontDesk frontDesk, Texts texts, Set<String> ourNumbers) {
    this.ids = ids;
    this.vault = vault;
    this.frontDesk = frontDesk;
    this.texts = texts;
    this.ourNumbers = ourNumbers;
  }

  Judgement judge(Contexts.Known known, Instant now) {
    Arrival arrival = known.read().arrival();
    Decision decision =
        dialogue.decide(incoming(arrival, now), known.read().reading(), known.context());
    long resident = known.resident() == null ? ids.next() : known.resident();
    long messageId = ids.next();
    String language = known.read().reading().language().answer();
    Opening opening =
        decision.words() instanceof Words.File file
            ? opening(file, known, resident, messageId, language, now)
            : null;
    Message reply = reply(decision, opening, resident, now);
    return new Judgement(
        arrival,
        decision,
        claim(known, resident, decision),
        inbound(known.read(), decision, opening, resident, messageId, language),
        reply,
        opening,
        known.number());
  }

  private Incoming incoming(Arrival arrival, Instant now) {
    Incoming.Sender sender =
        switch (arrival.from().kind()) {
          case NUMBER ->
              ourNumbers.contains(arrival.from().value())
                  ? Incoming.Sender.OURSELVES
                  : Incoming.Sender.PERSON;
          case SHORT_CODE -> Incoming.Sender.SHORT_CODE;
          case NAME -> Incoming.Sender.NAME;
        };
    return new Incoming(
        sender,
        arrival.media(),
        arrival.byTwilio(),
        vault.fingerprint(Interpreter.key(arrival.body())),
        now);
  }

  private Claim claim(Contexts.Known known, long resident, Decision decision) {
    Phone from = known.read().arrival().from();
    return new Claim(
        resident,
        known.version(),
        known.read().phoneIndex(),
        known.version() == 0 ? vault.seal(from) : null,
        from.kind().name().toLowerCase(Locale.ROOT),
        Conversations.write(decision.next()),
        known.read().reading().shownLanguage());
  }

  private Opening opening(
      Words.File file,
      Contexts.Known known,
      long resident,
      long message,
      String language,
      Instant now) {
    Filing filing =
        new Filing(
            Filing.Kind.valueOf(file.kind().name()),
            Message.Channel.SMS,
            file.categories(),
            file.section(),
            file.community(),
            new Filing.Gravity(
                file.urgent(), file.lifeDanger(), file.restricted(), file.violenceAtHome()),
            file.unclear(),
            false,
            language,
            known.read().arrival().media(),
            null);
    return new Opening(
        Long.parseLong(known.context().nextFolio()),
        ids.next(),
        filing,
        now,
        frontDesk.due(file.categories(), now),
        resident,
        message,
        null);
  }

  private static Message inbound(
      Read read,
      Decision decision,
      @Nullable Opening opening,
      long resident,
      long id,
      String language) {
    Arrival arrival = read.arrival();
    Long folio =
        opening != null
            ? Long.valueOf(opening.folio())
            : decision.words() instanceof Words.Add add ? Long.valueOf(add.folios().get(0)) : null;
    return new Message(
        id,
        Message.Direction.IN,
        Message.Channel.SMS,
        resident,
        folio,
        arrival.body(),
        null,
        language,
        Segments.of(arrival.body()).segments(),
        arrival.media(),
        null,
        MachineReading.of(read.reading(), read.model()).json());
  }

  private @Nullable Message reply(
      Decision decision, @Nullable Opening opening, long resident, Instant now) {
    Answer answer = decision.answer();
    if (answer == null) {
      return null;
    }
    String body = texts.render(answer.language(), answer.parts(), values(answer, opening, now));
    return new Message(
        ids.next(),
        Message.Direction.OUT,
        Message.Channel.SMS,
        resident,
        opening == null ? null : opening.folio(),
        body,
        String.join("+", answer.parts()),
        answer.language(),
        Segments.of(body).segments(),
        0,
        null,
        null);
  }

  private Map<String, String> values(Answer answer, @Nullable Opening opening, Instant now) {
    if (opening == null) {
      return answer.values();
    }
    Map<String, String> values = new HashMap<>();
    values.put("folio", Long.toString(opening.folio()));
    values.put("due", ShortDate.of(opening.dueOn(), frontDesk.day(now), answer.language()));
    values.putAll(answer.values());
    return values;
  }
}
