package mx.vozrural.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolioCipherTest {

  private static final FolioCipher CIPHER = new FolioCipher(key(7));
  private static final long ALL_OF_SEVEN_DIGITS = 18_000;
  private static final long END = 1_999_998_000L;

  /** Any other outcome would give folios of old reports to new ones. */
  @ParameterizedTest
  @CsvSource({
    "0, 7622844",
    "1, 4938256",
    "2, 7118943",
    "17999, 9922300",
    "18000, 83896408",
    "197999, 50514980",
    "198000, 901163868",
    "1997999, 888112602",
    "1998000, 8539846497"
  })
  void the_folios_of_a_key_stay_for_all_time(long running, String folio) {
    assertThat(CIPHER.folio(running).digits()).isEqualTo(folio);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 7",
    "17999, 7",
    "18000, 8",
    "197999, 8",
    "198000, 9",
    "1997999, 9",
    "1998000, 10",
    "19997999, 10",
    "19998000, 11"
  })
  void past_a_fiftieth_of_a_lengths_numbers_one_digit_is_added(long running, int length) {
    assertThat(CIPHER.folio(running).digits()).hasSize(length);
  }

  /** The longest lengths; their tables are big, so they are asked once. */
  @Test
  void folios_end_after_twelve_digits() {
    assertThat(CIPHER.folio(199_997_999).digits()).hasSize(11);
    assertThat(CIPHER.folio(199_998_000).digits()).hasSize(12);
    assertThat(CIPHER.folio(END - 1).digits()).hasSize(12);
    assertThatIllegalArgumentException().isThrownBy(() -> CIPHER.folio(END));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE})
  void other_running_numbers_are_refused(long running) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CIPHER.folio(running))
        .withMessageContaining(Long.toString(running));
  }

  @Test
  void every_folio_of_seven_digits_and_the_first_of_eight_are_different() {
    Set<Folio> folios = new HashSet<>();
    for (long running = 0; running < 2 * ALL_OF_SEVEN_DIGITS; running++) {
      assertThat(folios.add(CIPHER.folio(running))).as("running number %s", running).isTrue();
    }
  }

  @Property(tries = 1000, seed = "20260103")
  void every_folio_is_one_that_people_can_type(
      @ForAll @LongRange(min = 0, max = 19_998_000) long running) {
    Folio folio = CIPHER.folio(running);

    assertThat(Folio.parse(folio.digits())).contains(folio);
    assertThat(CIPHER.folio(running)).isEqualTo(folio);
  }

  @Test
  void neighbours_tell_nothing_of_each_other() {
    List<Long> steps =
        LongStream.range(1, ALL_OF_SEVEN_DIGITS)
            .mapToObj(n -> payload(n) - payload(n - 1))
            .toList();

    assertThat(new HashSet<>(steps)).hasSizeGreaterThan((int) (0.98 * steps.size()));
    assertThat(steps.stream().filter(step -> step > 0).count())
        .isBetween((long) (0.48 * steps.size()), (long) (0.52 * steps.size()));
    assertThat(steps.stream().mapToLong(Math::abs).average().orElseThrow())
        .isBetween(290_000.0, 310_000.0); // a third of the numbers, as for chance
  }

  /** Chi-squared, 89 degrees of freedom: chance stays between these with a probability of 0.998. */
  @Test
  void folios_are_spread_evenly_over_their_length() {
    int[] counts = new int[90];
    for (long running = 0; running < ALL_OF_SEVEN_DIGITS; running++) {
      counts[(int) (payload(running) / 10_000) - 10]++;
    }
    double expected = ALL_OF_SEVEN_DIGITS / 90.0;
    double chiSquared = 0;
    for (int count : counts) {
      chiSquared += (count - expected) * (count - expected) / expected;
    }
    assertThat(chiSquared).isBetween(52.0, 135.0);
  }

  @Test
  void another_key_gives_other_folios() {
    byte[] almost = key(7);
    almost[31] ^= 1;
    FolioCipher other = new FolioCipher(almost);

    long same =
        LongStream.range(0, 5_000).filter(n -> other.folio(n).equals(CIPHER.folio(n))).count();
    Set<Folio> mine = new HashSet<>();
    Set<Folio> theirs = new HashSet<>();
    for (long running = 0; running < 5_000; running++) {
      mine.add(CIPHER.folio(running));
      theirs.add(other.folio(running));
    }

    assertThat(same).isLessThan(5);
    assertThat(Collections.disjoint(mine, theirs)).isFalse(); // they share the same numbers
    mine.retainAll(theirs);
    assertThat(mine).hasSizeLessThan(80); // chance: 28
  }

  @Test
  void the_key_is_copied() {
    byte[] key = key(7);
    FolioCipher cipher = new FolioCipher(key);
    key[0] ^= 1;
    assertThat(cipher.folio(0)).isEqualTo(CIPHER.folio(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 31, 33})
  void a_key_of_another_length_is_refused(int bytes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FolioCipher(new byte[bytes]))
        .withMessage("A folio key has 32 bytes, not " + bytes);
  }

  @Test
  void many_threads_get_the_same_folios() throws Exception {
    FolioCipher shared = new FolioCipher(key(7));
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<List<Folio>>> each =
          LongStream.range(0, 8).mapToObj(n -> threads.submit(() -> around(shared))).toList();
      for (Future<List<Folio>> folios : each) {
        assertThat(folios.get()).isEqualTo(around(CIPHER));
      }
    }
  }

  private static List<Folio> around(FolioCipher cipher) {
    return LongStream.range(ALL_OF_SEVEN_DIGITS - 200, ALL_OF_SEVEN_DIGITS + 200)
        .mapToObj(cipher::folio)
        .toList();
  }

  private static long payload(long running) {
    return Long.parseLong(CIPHER.folio(running).digits()) / 10;
  }

  private static byte[] key(int seed) {
    byte[] key = new byte[32];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (seed * 31 + i);
    }
    return key;
  }
}
