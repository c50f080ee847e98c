package mx.vozrural.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mx.vozrural.access.Session;
import mx.vozrural.desk.DeskFrame.Place;
import mx.vozrural.outbox.Correspondence;
import mx.vozrural.reports.Report;
import mx.vozrural.residents.Residents;
import mx.vozrural.sms.Segments;
import mx.vozrural.web.Choice;
import mx.vozrural.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** What the page of a report shows. */
final class ReportViews {
  private final DeskParts parts;
  private final Frames frames;
  private final ReportFacts facts;
  private final SimilarRows similar;
  private final ReportReading reading;
  private final QueuePage queue;

  ReportViews(DeskParts parts, Frames frames, QueuePage queue, ReportReading reading) {
    this.parts = parts;
    this.frames = frames;
    this.facts = new ReportFacts(parts, frames);
    this.similar = new SimilarRows(parts, frames);
    this.reading = reading;
    this.queue = queue;
  }

  ReportView of(
      Session session,
      Report report,
      @Nullable String done,
      FormErrors errors,
      ReportView.@Nullable Draft draft) {
    List<Choice> commitments =
        parts.plans().commitments().stream().map(c -> new Choice(c.id(), c.title())).toList();
    HistoryWords words =
        new HistoryWords(parts.catalogue(), parts.reader().names(), titles(commitments));
    return new ReportView(
        frames.of(session, Place.QUEUE),
        facts.head(report, session.staff().scope()),
        facts.choices(report),
        linked(report, commitments),
        texts(report, draft),
        reading.of(report),
        similar.of(report, session.staff().scope()),
        parts.reader().history(report).reversed().stream().map(words::of).toList(),
        queue.first(session),
        done,
        errors);
  }

  private static Map<String, String> titles(List<Choice> commitments) {
    return commitments.stream().collect(Collectors.toMap(Choice::code, Choice::label));
  }

  private ReportView.Commitments linked(Report report, List<Choice> commitments) {
    List<String> linked = parts.reader().commitments(report);
    Map<Boolean, List<Choice>> parted =
        commitments.stream().collect(Collectors.partitioningBy(c -> linked.contains(c.code())));
    return new ReportView.Commitments(
        parted.getOrDefault(true, List.of()), parted.getOrDefault(false, List.of()));
  }

  ReportView.Draft draft(Report report, String body) {
    String whole = parts.reports().preview(report, body);
    Segments cost = Segments.of(whole);
    return new ReportView.Draft(
        body,
        whole,
        cost.encoding().label(),
        cost.segments(),
        parts.spending().tariff().of(cost.segments()),
        cost.offending().stream().map(Segments.OffendingCharacter::character).distinct().toList());
  }

  static String barred(Residents.@Nullable Refusal why) {
    return switch (why) {
      case null -> "Este reporte no tiene teléfono: no hay a quién escribir.";
      case STOPPED -> "Esta persona pidió ALTO: no recibe mensajes hasta que mande ALTA.";
      case BLOCKED_BY_TWILIO ->
          "Esta persona mandó STOP: no recibe mensajes hasta que mande START.";
      case UNSAFE -> "Por seguridad no se manda ningún mensaje a este teléfono.";
    };
  }

  private ReportView.Texts texts(Report report, ReportView.@Nullable Draft draft) {
    Map<Long, Long> answered = parts.broadcasts().answered(report.number());
    List<ReportView.Message> all =
        parts.reader().correspondence(report).stream()
            .map(text -> message(text, answered.get(text.id())))
            .toList();
    String barred =
        report.resident() == null
            ? barred(null)
            : parts.residents().refusal(report.resident()).map(ReportViews::barred).orElse(null);
    return new ReportView.Texts(all, barred, draft);
  }

  private static ReportView.Message message(Correspondence text, @Nullable Long broadcast) {
    return new ReportView.Message(
        text.inbound(),
        text.body(),
        text.at(),
        text.inbound() ? null : StateWords.of(text.state()),
        text.segments(),
        broadcast);
  }
}
