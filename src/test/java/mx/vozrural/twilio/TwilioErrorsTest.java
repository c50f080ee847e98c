package mx.vozrural.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import mx.vozrural.outbox.SendResult;
import mx.vozrural.outbox.SendResult.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioErrorsTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          20003, halt,               true
          20404, halt,               true
          30002, halt,               true
          20429, retry 1 s,          false
          20500, reconcile,          false
          20503, reconcile,          false
          20504, reconcile,          false
          21211, never NUMBER,       false
          21614, never NUMBER,       false
          21635, never NUMBER,       false
          30005, never NUMBER,       false
          30006, never NUMBER,       false
          21408, never CONFIGURATION,true
          21603, never CONFIGURATION,true
          21606, never CONFIGURATION,true
          21703, never CONFIGURATION,true
          21610, never OPTED_OUT,    false
          21611, retry 60 s,         false
          21612, never ROUTE,        true
          21602, never OUR_BUG,      true
          21617, never OUR_BUG,      true
          30001, retry 300 s,        false
          30003, retry 1800 s x24,   false
          30004, never BLOCKED,      false
          30007, never FILTERED,     true
          30008, retry 600 s x2,     false
          30009, ask again,          false
          30036, never EXPIRED,      false
          30410, retry 3600 s x1,    false
          30450, retry 1800 s x4,    false
          63038, halt,               true
          14107, never LOOP,         true
          11200, our webhook,        true
          11205, our webhook,        true
          12100, our webhook,        true
          12300, our webhook,        true
          99999, never UNKNOWN,      true
          0,     never UNKNOWN,      true
          """)
  void eachCodeAsksForOneThing(int code, String verdict, boolean alert) {
    assertThat(inWords(TwilioErrors.of(code))).isEqualTo(verdict);
    assertThat(TwilioErrors.of(code).alert()).isEqualTo(alert);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          20003, 401, halt
               , 401, halt
          77777, 401, halt
               , 403, halt
               , 404, halt
               , 407, halt
          77777, 403, never UNKNOWN
          77777, 404, never UNKNOWN
               , 429, retry 1 s
          20429, 429, retry 1 s
          77777, 429, retry 1 s
          21611, 429, retry 60 s
               , 400, never UNKNOWN
          21610, 400, never OPTED_OUT
               , 302, never UNKNOWN
               , 408, reconcile
               , 500, reconcile
               , 503, reconcile
          21610, 503, reconcile
          20429, 599, reconcile
          """)
  void theStatusSpeaksWhereTheCodeDoesNot(@Nullable Integer code, int status, String verdict) {
    assertThat(inWords(TwilioErrors.of(code, status))).isEqualTo(verdict);
  }

  @Test
  void aVerdictIsTheResultOfASending() {
    assertThat(new Verdict.Halt().result(20003)).isEqualTo(new SendResult.Halt(20003));
    assertThat(new Verdict.Refuse(Reason.NUMBER).result(21211))
        .isEqualTo(new SendResult.Refused(21211, Reason.NUMBER));
    assertThat(TwilioErrors.of(21611).result(21611))
        .isEqualTo(
            new SendResult.Retry(21611, Duration.ofMinutes(1), SendResult.UNTIL_IT_EXPIRES, true));
    assertThat(new Verdict.Reconcile().result(503))
        .isEqualTo(new SendResult.Ambiguous("error 503"));
    assertThat(new Verdict.AskAgain().result(30009))
        .isEqualTo(new SendResult.Refused(30009, Reason.UNKNOWN));
    assertThat(new Verdict.OurWebhook().result(11200))
        .isEqualTo(new SendResult.Refused(11200, Reason.UNKNOWN));
  }

  private static String inWords(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Halt h -> "halt";
      case Verdict.Refuse refuse -> "never " + refuse.reason();
      case Verdict.Retry retry ->
          "retry "
              + retry.after().toSeconds()
              + " s"
              + (retry.atMost() == Verdict.UNTIL_IT_EXPIRES ? "" : " x" + retry.atMost());
      case Verdict.Reconcile r -> "reconcile";
      case Verdict.AskAgain a -> "ask again";
      case Verdict.OurWebhook w -> "our webhook";
    };
  }
}
