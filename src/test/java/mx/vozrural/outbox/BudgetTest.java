package mx.vozrural.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {

  private static @Nullable BigDecimal pesos(@Nullable String amount) {
    return amount == null ? null : new BigDecimal(amount);
  }

  private static Budget.Part part(String broadcasts, String everything) {
    return new Budget.Part(new BigDecimal(broadcasts), new BigDecimal(everything));
  }

  /** Thirty days left, so that what answers need is their usual cost itself. */
  private static Budget budget(Caps caps, Budget.Part spent, String planned, String usual) {
    return new Budget(
        caps, spent, Budget.Part.NOTHING, new BigDecimal(planned), new BigDecimal(usual), 30);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          cap of broadcasts | of everything | spent on them | on all | planned | usual | cost | allowed
                            |               | 900           | 9000   | 0       | 0     | 9999 | true
          100               |               | 0             | 9000   | 0       | 0     | 100  | true
          100               |               | 0             | 9000   | 0       | 0     | 101  | false
          100               |               | 60            | 60     | 0       | 0     | 40   | true
          100               |               | 60            | 60     | 0       | 0     | 41   | false
          100               |               | 60            | 60     | 30      | 0     | 10   | true
          100               |               | 60            | 60     | 30      | 0     | 11   | false
                            | 1000          | 0             | 0      | 0       | 400   | 600  | true
                            | 1000          | 0             | 0      | 0       | 400   | 601  | false
                            | 1000          | 100           | 300    | 0       | 400   | 300  | true
                            | 1000          | 100           | 300    | 0       | 400   | 301  | false
                            | 1000          | 0             | 0      | 0       | 0     | 900  | true
                            | 1000          | 0             | 0      | 0       | 0     | 901  | false
          100               | 1000          | 0             | 0      | 0       | 400   | 101  | false
          700               | 1000          | 0             | 0      | 0       | 400   | 601  | false
          700               | 1000          | 0             | 1000   | 0       | 0     | 1    | false
          0                 |               | 0             | 0      | 0       | 0     | 0    | true
          """,
      delimiter = '|',
      useHeadersInDisplayName = true)
  void a_broadcast_is_paid_only_from_what_answers_do_not_need(
      @Nullable String broadcasts,
      @Nullable String everything,
      String spentOnThem,
      String spentOnAll,
      String planned,
      String usual,
      String cost,
      boolean allowed) {
    Budget budget =
        budget(
            new Caps(pesos(broadcasts), pesos(everything)),
            part(spentOnThem, spentOnAll),
            planned,
            usual);

    assertThat(budget.allows(new BigDecimal(cost))).isEqualTo(allowed);
  }

  @Test
  void what_answers_need_shrinks_with_the_days_that_are_left() {
    Caps caps = new Caps(null, new BigDecimal("1000"));
    Budget last =
        new Budget(
            caps,
            Budget.Part.NOTHING,
            Budget.Part.NOTHING,
            BigDecimal.ZERO,
            new BigDecimal("600"),
            1);

    assertThat(last.needed()).isEqualByComparingTo("20");
    assertThat(last.leftForBroadcasts()).isEqualByComparingTo("980");
    assertThat(budget(Caps.NONE, Budget.Part.NOTHING, "0", "600").needed())
        .isEqualByComparingTo("600");
  }

  @Test
  void what_waits_in_the_outbox_is_as_good_as_spent() {
    Budget budget =
        new Budget(
            new Caps(new BigDecimal("100"), null),
            part("20", "20"),
            part("30", "50"),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            30);
    assertThat(budget.leftForBroadcasts()).isEqualByComparingTo("50");
  }

  @Test
  void an_approved_broadcast_goes_on_with_what_is_planned_for_it() {
    Budget budget = budget(new Caps(new BigDecimal("100"), null), part("60", "60"), "40", "0");

    assertThat(budget.allows(BigDecimal.ONE)).isFalse();
    assertThat(budget.leftForNext()).isEqualByComparingTo("40");
    assertThat(budget.afterQueueing(new BigDecimal("15")).leftForNext()).isEqualByComparingTo("25");
    assertThat(budget.afterQueueing(new BigDecimal("15")).leftForBroadcasts()).isZero();
  }

  @Test
  void the_cap_for_everything_is_reached_by_what_was_spent_and_not_before() {
    Caps caps = new Caps(null, new BigDecimal("100"));

    assertThat(budget(caps, part("0", "99.99"), "500", "0").exhausted()).isFalse();
    assertThat(budget(caps, part("0", "100.00"), "0", "0").exhausted()).isTrue();
    assertThat(budget(Caps.NONE, part("0", "100"), "0", "0").exhausted()).isFalse();
  }
}
