package mx.vozrural.desk;

import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mx.vozrural.access.Session;
import mx.vozrural.desk.DeskFrame.Place;
import mx.vozrural.domain.Category;
import mx.vozrural.domain.Section;
import mx.vozrural.domain.Status;
import mx.vozrural.reports.QueueQuery;
import mx.vozrural.reports.Report;
import mx.vozrural.web.Choice;
import mx.vozrural.web.StatusWords;
import org.jspecify.annotations.Nullable;

/** {@code /mesa}: the queue, what needs a person today first. */
final class QueuePage {
  private static final int PAGE = 25;
  private static final int FIRST_WORDS = 120;

  private final DeskParts parts;
  private final Frames frames;

  QueuePage(DeskParts parts, Frames frames) {
    this.parts = parts;
    this.frames = frames;
  }

  void show(RoutingContext ctx, Session session) {
    QueueFilter filter =
        new QueueFilter(
            Frames.parameter(ctx, "section"),
            Frames.parameter(ctx, "category"),
            Frames.parameter(ctx, "status"),
            !Frames.parameter(ctx, "urgent").isEmpty(),
            Frames.parameter(ctx, "q"));
    Optional<QueueQuery.Cursor> after = QueueQuery.Cursor.decode(Frames.parameter(ctx, "despues"));
    QueueQuery query = query(filter, after.orElse(null));
    QueueQuery.Page page = parts.reader().queue(query, session.staff().scope());
    parts
        .pages()
        .personal(
            ctx,
            "desk/queue.jte",
            new QueueView(
                frames.of(session, Place.QUEUE),
                filter,
                frames.sections(),
                frames.categories(),
                Arrays.stream(Status.values())
                    .map(s -> new Choice(s.code(), StatusWords.label(s)))
                    .toList(),
                page.reports().stream().map(this::row).toList(),
                parts.reader().count(query, session.staff().scope()),
                page.next() == null ? null : next(filter, page.next())));
  }

  private static QueueQuery query(QueueFilter filter, QueueQuery.@Nullable Cursor after) {
    return new QueueQuery(
        Frames.orNull(filter.section()),
        Frames.orNull(filter.category()),
        Status.of(filter.status()).orElse(null),
        filter.urgent() ? true : null,
        null,
        Frames.orNull(filter.words()),
        after,
        PAGE);
  }

  /** The first page without a filter, for the side of a report. */
  List<QueueRow> first(Session session) {
    return parts
        .reader()
        .queue(query(QueueFilter.ALL, null), session.staff().scope())
        .reports()
        .stream()
        .map(this::row)
        .toList();
  }

  private static String next(QueueFilter filter, QueueQuery.Cursor cursor) {
    StringBuilder address = new StringBuilder("/mesa?despues=" + cursor.encode());
    add(address, "section", filter.section());
    add(address, "category", filter.category());
    add(address, "status", filter.status());
    add(address, "urgent", filter.urgent() ? "true" : "");
    add(address, "q", filter.words());
    return address.toString();
  }

  private static void add(StringBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address
          .append('&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private QueueRow row(QueueQuery.Queued queued) {
    Report report = queued.report();
    boolean restricted = report.gravity().restricted();
    return new QueueRow(
        report.folio(),
        restricted ? "Reservado" : firstWords(report.body()),
        place(report),
        parts.catalogue().category(report.category()).map(Category::name).orElse(report.category()),
        report.status(),
        report.receivedAt(),
        report.status().open() ? report.dueOn() : null,
        report.neighbours(),
        queued.similar(),
        report.status() == Status.RECEIVED && report.version() == 1,
        report.gravity().urgent(),
        restricted);
  }

  private @Nullable String place(Report report) {
    return report.section() == null
        ? null
        : parts.catalogue().section(report.section()).map(Section::name).orElse(report.section());
  }

  static String firstWords(String body) {
    String line = body.replaceAll("\\s+", " ").strip();
    return line.length() <= FIRST_WORDS ? line : line.substring(0, FIRST_WORDS) + "…";
  }
}
