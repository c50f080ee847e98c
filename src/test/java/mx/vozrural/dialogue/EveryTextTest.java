package mx.vozrural.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudhopper.commons.charset.GSMCharset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import mx.vozrural.domain.Language;
import mx.vozrural.domain.OptOut;
import mx.vozrural.domain.Section;
import mx.vozrural.domain.Status;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Keyword;
import mx.vozrural.interpreter.Reading.Trait;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text, whatever its reading and whoever sends it. */
class EveryTextTest {

  private static final Set<Keyword> TWILIO =
      EnumSet.of(Keyword.TWILIO_STOP, Keyword.TWILIO_START, Keyword.TWILIO_HELP);
  private static final List<String> CATEGORIES =
      List.of("AGUA", "LUZ", "CAMINO", "PROTCIVIL", "SALUD", "SEGURIDAD", "OTRO");

  @Property(tries = 5000, seed = "26")
  void nothingIsLostAndTheSameTextIsJudgedAlike(@ForAll("scenes") Scene scene) {
    Decision decision = scene.decided();

    assertThat(decision.words()).isNotNull();
    assertThat(decision.next()).isNotNull();
    assertThat(scene.decided()).isEqualTo(decision);
    if (decision.words() instanceof Words.Add add) {
      assertThat(add.folios()).isNotEmpty().doesNotHaveDuplicates();
    }
    if (decision.words() instanceof Words.File file) {
      assertThat(file.categories()).isNotEmpty();
    }
  }

  @Property(tries = 5000, seed = "26")
  void whoIsNoPersonIsNeverAnsweredNorWhatTwilioAnswers(@ForAll("scenes") Scene scene) {
    if (scene.sender != Incoming.Sender.PERSON || leftToTwilio(scene)) {
      Said.silent(scene.decided());
    }
  }

  @Property(tries = 5000, seed = "26")
  void aMutedPhoneHearsNothing(@ForAll("scenes") Scene scene) {
    if (scene.muted && !scene.traits.contains(Trait.SAYS_SAFE)) {
      Said.silent(scene.decided());
      assertThat(scene.decided().next().muted()).isTrue();
    }
  }

  @Property(tries = 5000, seed = "26")
  void afterAltoOnlyDangerAndAltaAreAnswered(@ForAll("scenes") Scene scene) {
    boolean stopped = scene.stopped || scene.blockedByTwilio;
    if (stopped && !scene.lifeDanger && scene.keyword != Keyword.START) {
      Said.silent(scene.decided());
    }
  }

  @Property(tries = 5000, seed = "26")
  void theCapsHoldForAllButDanger(@ForAll("scenes") Scene scene) {
    if (scene.answers.size() >= 40 && !scene.lifeDanger) {
      Said.silent(scene.decided());
    }
    assertThat(scene.decided().next().answers()).hasSizeLessThanOrEqualTo(40);
  }

  @Property(tries = 5000, seed = "26")
  void dangerToLifeIsAnsweredFirstWith911AndToldOnceToWhoIsOnDuty(@ForAll("scenes") Scene scene) {
    boolean heard = scene.sender == Incoming.Sender.PERSON && !leftToTwilio(scene);
    if (!scene.lifeDanger || !heard) {
      return;
    }
    Decision decision = scene.decided();
    assertThat(decision.effects().stream().anyMatch(e -> e instanceof Effect.AlertOnDuty))
        .isNotEqualTo(decision.words().equals(new Words.Keep(Words.Reason.REPEATED)));
    if (!scene.muted || scene.traits.contains(Trait.SAYS_SAFE)) {
      assertThat(decision.answer()).isNotNull();
      assertThat(Said.answer(decision).parts().getFirst()).startsWith("danger");
    }
    assertThat(
            decision.words() instanceof Words.File
                || decision.effects().stream().anyMatch(e -> e instanceof Effect.Raise)
                || decision.words().equals(new Words.Keep(Words.Reason.REPEATED)))
        .isTrue();
  }

  @Property(tries = 5000, seed = "26")
  void aFiledReportsAnswerTellsItsFolio(@ForAll("scenes") Scene scene) {
    Decision decision = scene.decided();
    if (decision.words() instanceof Words.File && decision.answer() != null) {
      assertThat(TemplateFiles.render(Said.answer(decision))).contains("folio " + Scene.NEXT);
    }
  }

  @Property(tries = 5000, seed = "26")
  void aRestrictedReportsAnswerNamesNoCrimeAndNoPlace(@ForAll("scenes") Scene scene) {
    Decision decision = scene.decided();
    if (decision.words() instanceof Words.File file
        && file.restricted()
        && decision.answer() != null) {
      String text = TemplateFiles.render(Said.answer(decision));
      assertThat(Scene.SECTIONS.stream().map(Section::name)).noneMatch(text::contains);
      assertThat(CATEGORIES).noneMatch(text::contains);
      assertThat(Said.answer(decision).values().keySet()).isSubsetOf("folio", "unknown");
    }
  }

  @Property(tries = 5000, seed = "26")
  void violenceAtHomeIsNeverNamedUnlessItsFolioWas(@ForAll("scenes") Scene scene) {
    Decision decision = scene.decided();
    if (decision.answer() == null) {
      return;
    }
    String text = TemplateFiles.render(Said.answer(decision));
    scene.own.stream()
        .filter(KnownReport::violenceAtHome)
        .filter(r -> !scene.named.containsKey(r.folio()))
        .forEach(r -> assertThat(text).doesNotContain(r.folio()));
  }

  @Property(tries = 5000, seed = "26")
  void anAnswerIsOneTextOfAtMostTwoSegmentsThatNamesTheNumberOnce(@ForAll("scenes") Scene scene) {
    Answer answer = scene.decided().answer();
    if (answer != null) {
      String text = TemplateFiles.render(answer);
      assertThat(GSMCharset.canRepresent(text)).as(text).isTrue();
      assertThat(text.length()).as(text).isLessThanOrEqualTo(2 * 153);
      assertThat(answer.parts()).containsOnlyOnce("number");
    }
  }

  @Property(tries = 5000, seed = "26")
  void atMostOneQuestionIsOpenAndItWasSent(@ForAll("scenes") Scene scene) {
    Decision decision = scene.decided();
    Question next = decision.next().question();
    if (next != null && !next.equals(scene.question)) {
      assertThat(decision.answer()).isNotNull();
      assertThat(Said.answer(decision).parts()).anyMatch(p -> p.startsWith("ask_"));
      assertThat(next.folio()).isEqualTo(Scene.NEXT);
    }
  }

  private static boolean leftToTwilio(Scene scene) {
    return scene.byTwilio != null || (scene.keyword != null && TWILIO.contains(scene.keyword));
  }

  @Provide
  Arbitrary<Scene> scenes() {
    return Arbitraries.randomValue(EveryTextTest::scene);
  }

  private static Scene scene(Random random) {
    Scene scene = Scene.sentence(one(random, Intent.values()));
    scene.categories = some(random, CATEGORIES, 2);
    scene.section = random.nextInt(3) == 0 ? one(random, Scene.SECTIONS).code() : null;
    scene.urgent = random.nextInt(4) == 0;
    scene.lifeDanger = random.nextInt(5) == 0;
    scene.language = one(random, Language.values());
    scene.traits = EnumSet.noneOf(Trait.class);
    scene.traits.addAll(some(random, List.of(Trait.values()), 2));
    scene.content = one(random, List.of("", "2", "hola", "gracias", "la lumbre", "hace 5 dias"));
    if (random.nextInt(3) == 0) {
      scene.keyword = one(random, Keyword.values());
    }
    sender(random, scene);
    conversation(random, scene);
    reports(random, scene);
    return scene;
  }

  private static void sender(Random random, Scene scene) {
    if (random.nextInt(6) == 0) {
      scene.sender = one(random, Incoming.Sender.values());
    }
    scene.media = random.nextInt(2);
    scene.byTwilio = random.nextInt(10) == 0 ? one(random, OptOut.values()) : null;
    scene.stopped = random.nextInt(6) == 0;
    scene.blockedByTwilio = random.nextInt(10) == 0;
  }

  private static void conversation(Random random, Scene scene) {
    scene.greeted = random.nextBoolean();
    scene.muted = random.nextInt(6) == 0;
    int answers = random.nextInt(6) == 0 ? 40 : random.nextInt(9);
    scene.answers = instants(random, answers);
    if (random.nextInt(3) == 0) {
      scene.afterEqualText(Duration.ofMinutes(random.nextInt(15)));
    }
    if (random.nextBoolean()) {
      scene.thankedAt = Scene.ago(Duration.ofHours(random.nextInt(30)));
    }
  }

  private static List<Instant> instants(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Scene.ago(Duration.ofMinutes(random.nextInt(60))))
        .toList();
  }

  private static void reports(Random random, Scene scene) {
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      KnownReport report = report(random, "123456" + i);
      if (random.nextBoolean()) {
        scene.naming(report);
      } else if (report.own()) {
        scene.owning(report);
      }
    }
    if (random.nextInt(5) == 0) {
      scene.stray(one(random, List.of("7", "88", "9999999", "123456789012345")), false);
    }
    if (random.nextInt(3) == 0) {
      scene.asked(one(random, Question.Kind.values()), "1234560", options(random));
    }
  }

  private static String[] options(Random random) {
    return random.nextBoolean()
        ? new String[0]
        : Scene.SECTIONS.stream().map(Section::code).toArray(String[]::new);
  }

  private static KnownReport report(Random random, String folio) {
    boolean violence = random.nextInt(5) == 0;
    List<String> categories = some(random, CATEGORIES, 2);
    return new KnownReport(
        folio,
        random.nextInt(3) > 0,
        one(random, Status.values()),
        categories,
        random.nextBoolean() ? one(random, Scene.SECTIONS).code() : null,
        random.nextBoolean() ? Scene.DUE : null,
        violence || categories.contains("SEGURIDAD"),
        violence);
  }

  @SafeVarargs
  private static <T> T one(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }

  private static <T> T one(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static <T> List<T> some(Random random, List<T> values, int most) {
    List<T> some = new ArrayList<>();
    IntStream.range(0, random.nextInt(most + 1)).forEach(i -> some.add(one(random, values)));
    return some.stream().distinct().toList();
  }
}
