package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import mx.vozrural.interpreter.Reliability.Bin;
import mx.vozrural.interpreter.Reliability.Claim;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
  private static final double EXACT = 1e-9;

  private static List<Claim> claims(double sure, int right, int wrong) {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < right + wrong; i++) {
      claims.add(new Claim(sure, i < right));
    }
    return claims;
  }

  @Test
  void readingsThatAreAboutEquallySureStandTogether() {
    List<Claim> claims = claims(0.92, 3, 0);
    claims.addAll(claims(0.96, 0, 1));
    claims.addAll(claims(0.2, 1, 1));
    List<Bin> bins = Reliability.of(claims).bins();

    assertThat(bins).hasSize(2);
    assertThat(bins.getFirst()).isEqualTo(new Bin(0.2, 0.3, 2, 0.2, 0.5));
    assertThat(bins.getLast().texts()).isEqualTo(4);
    assertThat(bins.getLast().sure()).isEqualTo(0.93, within(EXACT));
    assertThat(bins.getLast().right()).isEqualTo(0.75);
  }

  @Test
  void theSurestStandInTheLastBinAndTheLeastSureInTheFirst() {
    List<Claim> claims = claims(1, 1, 0);
    claims.addAll(claims(0, 0, 1));
    List<Bin> bins = Reliability.of(claims).bins();

    assertThat(bins.getFirst()).isEqualTo(new Bin(0, 0.1, 1, 0, 0));
    assertThat(bins.getLast()).isEqualTo(new Bin(0.9, 1, 1, 1, 1));
  }

  @Test
  void theExpectedErrorWeighsEachBinByItsTexts() {
    List<Claim> claims = claims(0.95, 30, 0);
    claims.addAll(claims(0.65, 5, 5));
    Reliability reliability = Reliability.of(claims);

    assertThat(reliability.texts()).isEqualTo(40);
    assertThat(reliability.expectedError()).isEqualTo((30 * 0.05 + 10 * 0.15) / 40, within(EXACT));
  }

  @Test
  void withoutTextsThereIsNoError() {
    assertThat(Reliability.of(List.of()).expectedError()).isZero();
  }
}
