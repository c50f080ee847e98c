package mx.vozrural.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import mx.vozrural.domain.WorkingDays;
import org.jspecify.annotations.Nullable;

/** From what is known of the service to what is wrong with it: a pure function. */
public final class Alarms {
  static final Duration STANDING_STILL = Duration.ofSeconds(30);
  static final Duration MOST_WAIT = Duration.ofMinutes(10);
  static final Duration RECENT = Duration.ofHours(1);
  private static final int LONGEST_LOOK_DAYS = 30;

  private Alarms() {}

  /**
   * What is known.
   *
   * @param databaseAnswers whether the other facts of the database are fresh
   * @param dispatched when the dispatcher last looked at the outbox
   * @param newestInbound when somebody last texted; where nobody ever did, since when we listen
   * @param oldestDue when the text that has waited longest was due, null where none waits
   * @param foundInList when a text was last found in the gateway's list that never reached us
   * @param halted the gateway lately refused everything
   * @param refused it lately refused texts for a reason that only a person can mend
   * @param spooled texts on the disk
   * @param unfiled texts, and files of them, that can't be filed whatever is tried
   * @param parked texts that wait for a person
   */
  public record Facts(
      boolean databaseAnswers,
      Instant dispatched,
      Instant newestInbound,
      @Nullable Instant oldestDue,
      @Nullable Instant foundInList,
      boolean halted,
      boolean refused,
      int spooled,
      long unfiled,
      long parked) {}

  /**
   * After how much silence somebody must look.
   *
   * @param most working time; zero: never
   */
  public record Silence(
      Duration most, LocalTime from, LocalTime to, WorkingDays calendar, ZoneId zone) {

    /** Whether somebody is at work. */
    boolean workingHours(Instant now) {
      ZonedDateTime local = now.atZone(zone);
      LocalTime time = local.toLocalTime();
      return calendar.working(local.toLocalDate()) && !time.isBefore(from) && time.isBefore(to);
    }
  }

  public static List<Alarm> of(Facts facts, Silence silence, Instant now) {
    List<Alarm> alarms = new ArrayList<>();
    add(alarms, Alarm.DATABASE, !facts.databaseAnswers());
    add(alarms, Alarm.DISPATCHER, longAgo(facts.dispatched(), STANDING_STILL, now));
    add(alarms, Alarm.HALTED, facts.halted());
    add(alarms, Alarm.REFUSED, facts.refused());
    Instant found = facts.foundInList();
    add(alarms, Alarm.WEBHOOK, found != null && !longAgo(found, RECENT, now));
    add(alarms, Alarm.SILENCE, tooSilent(facts.newestInbound(), silence, now));
    Instant oldest = facts.oldestDue();
    add(alarms, Alarm.OUTBOX, oldest != null && longAgo(oldest, MOST_WAIT, now));
    add(alarms, Alarm.SPOOL, facts.spooled() > 0);
    add(alarms, Alarm.UNFILED, facts.unfiled() > 0);
    add(alarms, Alarm.PARKED, facts.parked() > 0);
    return List.copyOf(alarms);
  }

  private static void add(List<Alarm> alarms, Alarm alarm, boolean holds) {
    if (holds) {
      alarms.add(alarm);
    }
  }

  private static boolean longAgo(Instant moment, Duration most, Instant now) {
    return moment.plus(most).isBefore(now);
  }

  private static boolean tooSilent(Instant newest, Silence silence, Instant now) {
    return silence.most().isPositive()
        && worked(newest, silence, now).compareTo(silence.most()) >= 0;
  }

  /** Working time between two moments; what lies further back than a month changes nothing. */
  private static Duration worked(Instant since, Silence silence, Instant now) {
    ZonedDateTime end = now.atZone(silence.zone());
    ZonedDateTime start = since.atZone(silence.zone());
    LocalDate first = start.toLocalDate();
    LocalDate earliest = end.toLocalDate().minusDays(LONGEST_LOOK_DAYS);
    Duration worked = Duration.ZERO;
    for (LocalDate day = first.isBefore(earliest) ? earliest : first;
        !day.isAfter(end.toLocalDate());
        day = day.plusDays(1)) {
      if (silence.calendar().working(day)) {
        ZonedDateTime opens = day.atTime(silence.from()).atZone(silence.zone());
        ZonedDateTime closes = day.atTime(silence.to()).atZone(silence.zone());
        ZonedDateTime from = start.isAfter(opens) ? start : opens;
        ZonedDateTime to = end.isBefore(closes) ? end : closes;
        worked = from.isBefore(to) ? worked.plus(Duration.between(from, to)) : worked;
      }
    }
    return worked;
  }
}
