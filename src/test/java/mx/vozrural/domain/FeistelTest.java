package mx.vozrural.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeistelTest {

  @ParameterizedTest
  @ValueSource(longs = {2, 3, 15, 16, 17, 255, 256, 257, 900, 9_000, 90_000})
  void every_number_below_the_size_comes_out_once(long size) {
    Feistel permutation = new Feistel(new byte[32], size);

    long[] images = LongStream.range(0, size).map(permutation::apply).sorted().toArray();

    assertThat(images).isEqualTo(LongStream.range(0, size).toArray());
  }

  @ParameterizedTest
  @ValueSource(longs = {900, 9_000, 90_000})
  void hardly_a_number_stays_where_it_is(long size) {
    Feistel permutation = new Feistel(new byte[32], size);

    assertThat(LongStream.range(0, size).filter(n -> permutation.apply(n) == n).count())
        .isLessThan(8);
  }
}
