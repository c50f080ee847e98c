package mx.vozrural.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfTest {
  private final TestClock clock = new TestClock();
  private final Csrf csrf = new Csrf(new byte[32], Duration.ofHours(12), clock);

  @Test
  void aTokenSaysWhenItsFormWasShown() {
    String token = csrf.token("/reportar");
    clock.move(Duration.ofMinutes(5));
    assertThat(csrf.shownAt("/reportar", token)).contains(Rendered.NOW);
  }

  @Test
  void aTokenHoldsForItsHolderAlone() {
    assertThat(csrf.shownAt("session-2", csrf.token("session-1"))).isEmpty();
  }

  @Test
  void aTokenSignedWithAnotherKeyIsNotOurs() {
    byte[] other = new byte[32];
    Arrays.fill(other, (byte) 1);
    String token = new Csrf(other, Duration.ofHours(12), clock).token("/reportar");
    assertThat(csrf.shownAt("/reportar", token)).isEmpty();
  }

  @Test
  void anyChangedCharacterBreaksTheSignature() {
    String token = csrf.token("/reportar");
    for (int i = 0; i < token.length(); i++) {
      String changed =
          token.substring(0, i) + (token.charAt(i) == 'B' ? 'C' : 'B') + token.substring(i + 1);
      assertThat(csrf.shownAt("/reportar", changed)).as("character %d", i).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "not base64!",
        "AAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void whatIsNoTokenIsRefused(String token) {
    assertThat(csrf.shownAt("/reportar", token)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"43200000, true", "43200001, false"})
  void aTokenLivesAsLongAsItsLifetime(long millis, boolean lives) {
    String token = csrf.token("/reportar");
    clock.move(Duration.ofMillis(millis));
    assertThat(csrf.shownAt("/reportar", token).isPresent()).isEqualTo(lives);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "2999, true", "3000, false", "60000, false", "-500, false"})
  void onlyAPostWithinThreeSecondsIsHasty(long millis, boolean hasty) {
    var shown = clock.instant();
    clock.move(Duration.ofMillis(millis));
    assertThat(csrf.hasty(shown)).isEqualTo(hasty);
  }

  @Test
  void aFormThatComesBackKeepsTheTimeOfItsFirstShowing() {
    var shown = clock.instant();
    clock.move(Duration.ofMinutes(1));
    assertThat(csrf.shownAt("/reportar", csrf.token("/reportar", shown))).contains(shown);
  }
}
