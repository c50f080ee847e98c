package mx.vozrural.reports;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import mx.vozrural.domain.Phone;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.interpreter.Reading;
import mx.vozrural.outbox.Message.Channel;
import mx.vozrural.readings.MachineReading;
import org.jspecify.annotations.Nullable;

/**
 * From what somebody filled in to a report: what they chose counts, and their words are read for
 * the rest.
 */
public final class WebReports {
  private final Supplier<Interpreter> interpreter;
  private final FrontDesk frontDesk;

  public WebReports(Supplier<Interpreter> interpreter, FrontDesk frontDesk) {
    this.interpreter = interpreter;
    this.frontDesk = frontDesk;
  }

  /**
   * What was filled in.
   *
   * @param section code, null where none was chosen; the same for category
   * @param onceKey digest under which the same request comes again
   * @param fingerprint digest of the request's content
   */
  public record Entry(
      Channel channel,
      String body,
      @Nullable String section,
      @Nullable Integer community,
      @Nullable String category,
      @Nullable Phone phone,
      Filing.@Nullable Position position,
      boolean flooding,
      @Nullable Buffer secret,
      @Nullable Buffer onceKey,
      Buffer fingerprint) {}

  /** What became of it, and whether 911 must be told. */
  public record Result(FrontDesk.Outcome outcome, boolean lifeDanger) {}

  public Result file(Entry entry) {
    Interpreter reader = interpreter.get();
    Reading reading = reader.read(entry.body());
    Filing filing = filing(entry, reading);
    FrontDesk.Outcome outcome =
        frontDesk.file(
            new FrontDesk.Submission(
                filing,
                entry.body(),
                MachineReading.of(reading, reader.model().version()).json(),
                entry.phone(),
                entry.secret(),
                entry.onceKey(),
                entry.fingerprint()));
    return new Result(outcome, filing.gravity().lifeDanger());
  }

  private Filing filing(Entry entry, Reading reading) {
    List<String> categories = categories(entry, reading);
    boolean violence = reading.has(Reading.Trait.VIOLENCE_AT_HOME);
    boolean restricted = violence || frontDesk.restricted(categories);
    return new Filing(
        kind(reading),
        entry.channel(),
        categories,
        entry.section() != null ? entry.section() : reading.section(),
        entry.community() != null ? entry.community() : reading.community(),
        new Filing.Gravity(
            reading.urgent() || reading.lifeDanger(), reading.lifeDanger(), restricted, violence),
        entry.category() == null && reading.categories().isEmpty(),
        entry.flooding(),
        reading.language().answer(),
        0,
        entry.position());
  }

  private List<String> categories(Entry entry, Reading reading) {
    List<String> categories = new ArrayList<>();
    if (entry.category() != null) {
      categories.add(entry.category());
    }
    reading.categories().stream().filter(c -> !categories.contains(c)).forEach(categories::add);
    // OTRO beside a need that was read says nothing.
    if (categories.size() > 1) {
      categories.removeIf(
          code -> code.equals(frontDesk.otherCategory()) && !code.equals(entry.category()));
    }
    return categories.isEmpty() ? List.of(frontDesk.otherCategory()) : List.copyOf(categories);
  }

  private static Filing.Kind kind(Reading reading) {
    return switch (reading.intent()) {
      case INFO_REQUEST -> Filing.Kind.QUESTION;
      case COMPLAINT -> Filing.Kind.COMPLAINT;
      default -> Filing.Kind.NEED;
    };
  }
}
