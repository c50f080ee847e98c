package mx.vozrural.reports;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import mx.vozrural.domain.Status;
import org.jspecify.annotations.Nullable;

/**
 * How long a report waits for the person's word, and what follows when none comes: a question of
 * staff lapses after ten working days; what is resolved gets its one reminder after two weeks, and
 * counts as confirmed after four.
 */
public final class Patience {
  private static final int QUESTION_WORKING_DAYS = 10;
  private static final int REMINDER_DAYS = 14;
  private static final int AFTER_REMINDER_DAYS = 14;

  /** A reminder that was late leaves its reader so much time. */
  private static final int LEAST_TO_ANSWER_DAYS = 7;

  /** The reason of a confirmation that nobody gave. */
  static final String SILENCE = "silence";

  private Patience() {}

  /** What has come of silence so far. */
  public enum Silence {
    /** The person was reminded, or can't be. */
    REMINDED,

    /** Nobody said yes or no. */
    CONFIRMED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Silence of(@Nullable String code) {
      return code == null ? null : valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** What silence leads to. */
  sealed interface Step {
    /** The question lapses. */
    record Lapse(Status before) implements Step {}

    /**
     * A last word is asked for.
     *
     * @param until the day from which silence counts as yes
     */
    record Remind(LocalDate until) implements Step {}

    /** Silence counts as yes. */
    record Confirm() implements Step {}

    /**
     * It waits from now on: an older release left it, which knew of no waiting.
     *
     * @param silence what counts as done already
     */
    record Begin(LocalDate until, @Nullable Silence silence) implements Step {}
  }

  /** The day on which the silence of who is waited for has a consequence; null: nobody is. */
  static @Nullable LocalDate until(Status status, LocalDate today, Deadlines deadlines) {
    return switch (status) {
      case ASKED -> deadlines.calendar().after(today, QUESTION_WORKING_DAYS);
      case RESOLVED -> today.plusDays(REMINDER_DAYS);
      case RECEIVED,
          ACCEPTED,
          REFERRED,
          SCHEDULED,
          IN_PROGRESS,
          CONFIRMED,
          REOPENED,
          REJECTED,
          MERGED ->
          null;
    };
  }

  /** What is due today; empty while there is time. */
  static Optional<Step> step(Report report, LocalDate today, Deadlines deadlines) {
    LocalDate until = report.waitsUntil();
    if (until == null) {
      return Optional.ofNullable(until(report.status(), today, deadlines))
          .map(first -> new Step.Begin(first, old(report, today, deadlines)));
    }
    if (today.isBefore(until)) {
      return Optional.empty();
    }
    if (report.status() == Status.ASKED && report.before() != null) {
      return Optional.of(new Step.Lapse(report.before()));
    }
    if (report.status() != Status.RESOLVED) {
      return Optional.empty();
    }
    // Two weeks late, as after a long standstill, there is no point in a reminder: NO reopens it.
    LocalDate end = until.plusDays(AFTER_REMINDER_DAYS);
    boolean over = report.silence() == Silence.REMINDED || !today.isBefore(end);
    LocalDate least = today.plusDays(LEAST_TO_ANSWER_DAYS);
    return Optional.of(
        over ? new Step.Confirm() : new Step.Remind(end.isBefore(least) ? least : end));
  }

  /** What was resolved long ago is no longer asked about. */
  private static @Nullable Silence old(Report report, LocalDate today, Deadlines deadlines) {
    LocalDate since = deadlines.day(report.updatedAt());
    boolean past = !today.isBefore(since.plusDays(REMINDER_DAYS + AFTER_REMINDER_DAYS));
    return report.status() == Status.RESOLVED && past ? Silence.REMINDED : null;
  }
}
