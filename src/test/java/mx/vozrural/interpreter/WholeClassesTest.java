package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import mx.vozrural.learning.TrainerTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * The tests of this package, each class as one test, for mutation testing: there every row of a
 * table would compile the interpreter's tables anew, and a thousand mutants would take a day.
 */
@Tag("slow")
class WholeClassesTest {

  private static void passes(Class<?> tests) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests)).build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    Launcher launcher = LauncherFactory.create();
    launcher.execute(request, listener);
    assertThat(listener.getSummary().getTestsFoundCount()).isPositive();
    assertThat(listener.getSummary().getTotalFailureCount()).isZero();
  }

  @Test
  void cutter() {
    passes(CutterTest.class);
  }

  @Test
  void sound() {
    passes(SoundTest.class);
  }

  @Test
  void phrases() {
    passes(PhraseTest.class);
  }

  @Test
  void durations() {
    passes(DurationsTest.class);
  }

  @Test
  void folios() {
    passes(FoliosTest.class);
  }

  @Test
  void keywords() {
    passes(KeywordsTest.class);
  }

  @Test
  void places() {
    passes(PlacesTest.class);
  }

  @Test
  void needs() {
    passes(NeedsTest.class);
  }

  @Test
  void dangers() {
    passes(DangersTest.class);
  }

  @Test
  void traits() {
    passes(TraitsTest.class);
  }

  @Test
  void interpreter() {
    passes(InterpreterTest.class);
  }

  @Test
  void texts() {
    passes(TextsTest.class);
  }

  @Test
  void evaluation() {
    passes(EvaluationTest.class);
  }

  @Test
  void reliability() {
    passes(ReliabilityTest.class);
  }

  @Test
  void clues() {
    passes(CluesTest.class);
  }

  @Test
  void clueFinder() {
    passes(ClueFinderTest.class);
  }

  @Test
  void mentions() {
    passes(MentionTest.class);
  }

  @Test
  void weighed() {
    passes(WeighedTest.class);
  }

  @Test
  void calibration() {
    passes(CalibrationTest.class);
  }

  @Test
  void commitments() {
    passes(CommitmentsTest.class);
  }

  @Test
  void taught() {
    passes(TaughtInterpreterTest.class);
  }

  @Test
  void learned() {
    passes(TrainerTest.class);
  }
}
