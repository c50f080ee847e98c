package mx.vozrural.twilio;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import mx.vozrural.outbox.SendResult.Reason;
import mx.vozrural.twilio.Verdict.AskAgain;
import mx.vozrural.twilio.Verdict.Halt;
import mx.vozrural.twilio.Verdict.OurWebhook;
import mx.vozrural.twilio.Verdict.Reconcile;
import mx.vozrural.twilio.Verdict.Refuse;
import mx.vozrural.twilio.Verdict.Retry;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's error codes (https://www.twilio.com/docs/api/errors), as far as they touch texts, and
 * what each asks of us. Twilio splits codes over time, so one that is not here is refused and shown
 * to a person: neither sent again nor held against the number.
 */
public final class TwilioErrors {
  private static final Verdict UNKNOWN = new Refuse(Reason.UNKNOWN);
  private static final Verdict TOO_FAST = retry(Duration.ofSeconds(1));

  private static final Map<Integer, Verdict> BY_CODE =
      table(
          // 63038, the account's cap of a rolling day, holds for whatever text comes next too.
          row(new Halt(), 20003, 20404, 30002, 63038),
          row(TOO_FAST, 20429),
          row(new Reconcile(), 20500, 20503, 20504),
          row(new Refuse(Reason.NUMBER), 21211, 21614, 21635, 30005, 30006),
          row(new Refuse(Reason.CONFIGURATION), 21408, 21603, 21606, 21703),
          row(new Refuse(Reason.OPTED_OUT), 21610),
          row(new Refuse(Reason.ROUTE), 21612),
          row(new Refuse(Reason.OUR_BUG), 21602, 21617),
          row(new Refuse(Reason.BLOCKED), 30004),
          row(new Refuse(Reason.FILTERED), 30007),
          row(new Refuse(Reason.EXPIRED), 30036),
          row(new Refuse(Reason.LOOP), 14107),
          // Our sender's queue is full.
          row(retry(Duration.ofMinutes(1)), 21611),
          row(retry(Duration.ofMinutes(5)), 30001),
          // Handset off or without coverage, which is a normal day in the sierra: twelve hours.
          row(retry(Duration.ofMinutes(30), 24), 30003),
          row(retry(Duration.ofMinutes(10), 2), 30008),
          // The provider may have delivered it all the same.
          row(retry(Duration.ofHours(1), 1), 30410),
          // Blocked for 15 to 30 minutes on suspicion of fraud.
          row(retry(Duration.ofMinutes(30), 4), 30450),
          row(new AskAgain(), 30009),
          row(new OurWebhook(), 11200, 11205, 12100, 12300));

  /** Answers without a code: not from Twilio's API but from what stands before it. */
  private static final Map<Integer, Verdict> BY_STATUS =
      table(row(new Halt(), 401, 403, 404, 407), row(TOO_FAST, 429));

  private TwilioErrors() {}

  /** For a code that stands alone, as in a status report. */
  public static Verdict of(int code) {
    return BY_CODE.getOrDefault(code, UNKNOWN);
  }

  /**
   * For an answer of the API that is no success.
   *
   * @param code null where the answer held none: an HTML page
   * @param status the HTTP status
   */
  public static Verdict of(@Nullable Integer code, int status) {
    if (status >= 500 || status == 408) {
      return new Reconcile();
    }
    if (code != null && BY_CODE.containsKey(code)) {
      return of(code);
    }
    boolean meansTheAccount = code == null || status == 401 || status == 429;
    return meansTheAccount ? BY_STATUS.getOrDefault(status, UNKNOWN) : UNKNOWN;
  }

  /** Whether it says that we send too fast, whatever the text. */
  static boolean tooFast(int code) {
    return code == 429 || code == 20429 || code == 21611;
  }

  private static Verdict retry(Duration after) {
    return retry(after, Verdict.UNTIL_IT_EXPIRES);
  }

  private static Verdict retry(Duration after, int atMost) {
    return new Retry(after, atMost);
  }

  private static Map<Integer, Verdict> row(Verdict verdict, Integer... codes) {
    Map<Integer, Verdict> row = new HashMap<>();
    for (Integer code : codes) {
      row.put(code, verdict);
    }
    return row;
  }

  @SafeVarargs
  private static Map<Integer, Verdict> table(Map<Integer, Verdict>... rows) {
    Map<Integer, Verdict> table = new HashMap<>();
    for (Map<Integer, Verdict> row : rows) {
      table.putAll(row);
    }
    return Map.copyOf(table);
  }
}
