package mx.vozrural.desk;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import mx.vozrural.access.Session;
import mx.vozrural.desk.DeskFrame.Place;
import mx.vozrural.domain.Phone;
import mx.vozrural.domain.Section;
import mx.vozrural.reports.Duty;
import mx.vozrural.reports.SilenceSettings;
import mx.vozrural.web.Choice;
import mx.vozrural.web.Form;
import mx.vozrural.web.FormErrors;
import mx.vozrural.web.Problem;

/**
 * {@code /mesa/ajustes/guardia}: who is texted at any hour; for coordination and administration.
 */
final class DutyPage {
  private static final String ADDRESS = "/mesa/ajustes/guardia";
  private static final String HOURS = "Escriba cuántas horas, como 4 o 2.5; con 0 no se avisa.";
  private static final String TIME = "Escriba la hora como 09:00.";
  private static final List<Choice> TASKS =
      List.of(
          new Choice(Duty.Task.ON_DUTY.code(), "De guardia: peligro de vida y fallas"),
          new Choice(Duty.Task.SUPERVISOR.code(), "Supervisa: reportes que se abren de nuevo"));

  private final DeskParts parts;
  private final Frames frames;
  private final Door door;

  DutyPage(DeskParts parts, Frames frames, Door door) {
    this.parts = parts;
    this.frames = frames;
    this.door = door;
  }

  void route(Router router) {
    router.get(ADDRESS).handler(reading(this::show));
    router.post(ADDRESS).handler(posting(this::add));
    router.post(ADDRESS + "/silencio").handler(posting(this::setSilence));
    router.post(ADDRESS + "/:id/fin").handler(posting(this::end));
  }

  private Handler<RoutingContext> reading(BiConsumer<RoutingContext, Session> handler) {
    return door.reading((ctx, session) -> allow(ctx, session, handler));
  }

  private Handler<RoutingContext> posting(BiConsumer<RoutingContext, Session> handler) {
    return door.posting((ctx, session) -> allow(ctx, session, handler));
  }

  private static void allow(
      RoutingContext ctx, Session session, BiConsumer<RoutingContext, Session> handler) {
    if (session.staff().role().setsDuty()) {
      handler.accept(ctx, session);
    } else {
      Problem.of(403).saying("La guardia la ponen coordinación y administración.").fail(ctx);
    }
  }

  private void show(RoutingContext ctx, Session session) {
    show(ctx, session, 200, DutyView.Sent.EMPTY, silence(), FormErrors.NONE);
  }

  private void show(
      RoutingContext ctx,
      Session session,
      int status,
      DutyView.Sent sent,
      DutyView.Silence silence,
      FormErrors errors) {
    List<Duty.Person> people = parts.duty().now();
    List<String> uncovered = uncovered(people);
    parts
        .pages()
        .personal(
            ctx,
            status,
            "desk/duty.jte",
            new DutyView(
                frames.of(session, Place.DUTY),
                people.stream().map(this::line).toList(),
                uncovered,
                uncovered.size() == parts.catalogue().sections().size(),
                TASKS,
                frames.sections(),
                sent,
                silence,
                Frames.parameter(ctx, "hecho").equals("silencio") ? "Quedó el horario." : null,
                errors));
  }

  private List<String> uncovered(List<Duty.Person> people) {
    List<Duty.Person> reached =
        people.stream().filter(p -> p.task() == Duty.Task.ON_DUTY && !p.stopped()).toList();
    return parts.catalogue().sections().stream()
        .filter(section ->
            reached.stream()
                .noneMatch(p -> p.section() == null || p.section().equals(section.code())))
        .map(Section::name)
        .toList();
  }

  private DutyView.Silence silence() {
    SilenceSettings.Hours hours = parts.silence().hours();
    return new DutyView.Silence(
        BigDecimal.valueOf(hours.most().toMinutes())
            .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString(),
        hours.from().toString(),
        hours.to().toString());
  }

  private DutyView.Line line(Duty.Person person) {
    return new DutyView.Line(
        person.id(),
        person.task() == Duty.Task.ON_DUTY ? "De guardia" : "Supervisa",
        person.section() == null
            ? "Todas las secciones"
            : parts.catalogue().section(person.section()).map(Section::name).orElse(""),
        person.name(),
        person.phone(),
        person.since(),
        person.stopped());
  }

  private void add(RoutingContext ctx, Session session) {
    Form form = Form.of(ctx);
    String name = form.required("name", 80, "Escriba el nombre.");
    String digits = form.required("phone", 40, "Escriba el teléfono.");
    Optional<Phone> phone =
        form.parsed(
            "phone",
            sent -> Optional.of(Phone.of(sent)).filter(p -> p.kind() == Phone.Kind.NUMBER),
            "Revise el teléfono: son 10 números.");
    String section =
        form.choice(
            "section",
            frames.sections().stream().map(Choice::code).toList(),
            "Elija una sección de la lista.");
    Optional<Duty.Task> task = Duty.Task.of(form.text("task"));
    if (task.isEmpty()) {
      form.wrong("task", "Elija la tarea.");
    }
    if (!form.errors().isEmpty() || phone.isEmpty() || task.isEmpty()) {
      show(
          ctx,
          session,
          422,
          new DutyView.Sent(name, digits, section, form.text("task")),
          silence(),
          form.errors());
      return;
    }
    parts
        .duty()
        .begin(
            new Duty.Appointment(task.get(), Frames.orNull(section), name, phone.get()),
            session.staff().actor());
    back(ctx);
  }

  private void setSilence(RoutingContext ctx, Session session) {
    Form form = Form.of(ctx);
    form.required("hours", 5, HOURS);
    Optional<Duration> most = form.parsed("hours", DutyPage::hours, HOURS);
    Optional<LocalTime> from = time(form, "from");
    Optional<LocalTime> to = time(form, "to");
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      form.wrong("to", "Escriba una hora posterior a la de entrada.");
    }
    if (!form.errors().isEmpty() || most.isEmpty() || from.isEmpty() || to.isEmpty()) {
      DutyView.Silence sent =
          new DutyView.Silence(form.text("hours"), form.text("from"), form.text("to"));
      show(ctx, session, 422, DutyView.Sent.EMPTY, sent, form.errors());
      return;
    }
    SilenceSettings.Hours hours = new SilenceSettings.Hours(most.get(), from.get(), to.get());
    if (!hours.equals(parts.silence().hours())) {
      parts.silence().set(hours, session.staff().actor());
    }
    ctx.response().setStatusCode(303).putHeader("Location", ADDRESS + "?hecho=silencio").end();
  }

  private static Optional<Duration> hours(String typed) {
    return typed.matches("\\d{1,2}([.,]\\d{1,2})?")
        ? Optional.of(
            Duration.ofMinutes(Math.round(60 * Double.parseDouble(typed.replace(',', '.')))))
        : Optional.empty();
  }

  private static Optional<LocalTime> time(Form form, String name) {
    form.required(name, 8, TIME);
    return form.parsed(
        name,
        typed -> {
          try {
            return Optional.of(LocalTime.parse(typed).truncatedTo(ChronoUnit.MINUTES));
          } catch (DateTimeException e) {
            return Optional.empty();
          }
        },
        TIME);
  }

  private void end(RoutingContext ctx, Session session) {
    String id = ctx.pathParam("id");
    if (id.matches("\\d{1,18}") && parts.duty().end(Long.parseLong(id), session.staff().actor())) {
      back(ctx);
    } else {
      Problem.of(409).saying("Alguien más ya terminó esta guardia.").fail(ctx);
    }
  }

  private static void back(RoutingContext ctx) {
    ctx.response().setStatusCode(303).putHeader("Location", ADDRESS).end();
  }
}
