package mx.vozrural;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The house's floor plan: which package may use which. A line here is a decision, not a record of
 * what happened.
 */
@AnalyzeClasses(packages = "mx.vozrural", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "mx.vozrural.";
  private static final List<String> BASE = List.of("domain", "sms", "database", "audit", "outbox");

  private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

  static {
    MAY_USE.put("domain", List.of());
    MAY_USE.put("sms", List.of("domain"));
    MAY_USE.put("interpreter", List.of("domain"));
    MAY_USE.put("dialogue", List.of("domain", "interpreter"));
    MAY_USE.put("learning", List.of("interpreter"));
    MAY_USE.put("database", List.of());
    MAY_USE.put("web", List.of("domain"));
    MAY_USE.put("audit", List.of("domain", "database"));
    MAY_USE.put("access", List.of("domain", "database", "audit"));
    MAY_USE.put("outbox", List.of("domain", "sms", "database", "audit"));
    MAY_USE.put("residents", BASE);
    MAY_USE.put("readings", with(BASE, "interpreter", "learning"));
    MAY_USE.put("reports", with(BASE, "interpreter", "readings", "residents"));
    MAY_USE.put("commitments", with(BASE, "residents"));
    MAY_USE.put(
        "intake",
        with(BASE, "interpreter", "readings", "dialogue", "residents", "reports", "commitments"));
    MAY_USE.put("twilio", List.of("domain", "web", "outbox", "intake"));
    // The simulator's phone network keeps what it took, and shows a phone's texts.
    MAY_USE.put("simulator", List.of("domain", "web", "outbox", "intake", "database", "residents"));
    for (String door : List.of("portal", "desk", "api", "open311")) {
      MAY_USE.put(
          door,
          List.of(
              "domain",
              "sms",
              "audit",
              "outbox",
              "web",
              "access",
              "interpreter",
              "readings",
              "residents",
              "reports",
              "commitments"));
    }
  }

  private static List<String> with(List<String> some, String... more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all;
  }

  @ArchTest
  void each_package_uses_only_what_it_may(com.tngtech.archunit.core.domain.JavaClasses classes) {
    MAY_USE.forEach((name, allowed) ->
        noClasses()
            .that()
            .resideInAPackage(ROOT + name + "..")
            .should()
            .dependOnClassesThat(outsideOf(name, allowed))
            .allowEmptyShould(true)
            .check(classes));
  }

  private static DescribedPredicate<JavaClass> outsideOf(String name, List<String> allowed) {
    return DescribedPredicate.describe(
        "are ours and not of " + name + " or of " + allowed,
        used -> {
          String pack = used.getPackageName();
          if (!pack.startsWith("mx.vozrural")) {
            return false;
          }
          String part = pack.equals("mx.vozrural") ? "(root)" : pack.substring(ROOT.length());
          return !part.equals(name) && !allowed.contains(part);
        });
  }

  @ArchTest
  static final ArchRule no_package_depends_on_itself_through_another =
      slices().matching("mx.vozrural.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule what_decides_knows_no_server_no_database_no_clock =
      noClasses()
          .that()
          .resideInAnyPackage(
              "mx.vozrural.domain..",
              "mx.vozrural.sms..",
              "mx.vozrural.interpreter..",
              "mx.vozrural.dialogue..")
          // Lists the texts that came in the jar, once, at start.
          .and()
          .doNotHaveSimpleName("TemplateFiles")
          .or()
          .haveSimpleName("Lifecycle")
          .or()
          .haveSimpleName("RetryPolicy")
          .or()
          .haveSimpleName("Budget")
          .or()
          .haveSimpleName("Sweep")
          .or()
          .haveSimpleName("Course")
          .or()
          .haveSimpleName("Delivery")
          .or()
          .haveSimpleName("Search")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx..", "java.sql..", "java.net..", "io.netty..")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule sql_stands_in_classes_named_for_it =
      noClasses()
          .that()
          .resideInAnyPackage("..portal..", "..desk..", "..api..", "..open311..", "..twilio..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("mx.vozrural.database.Sql");

  @ArchTest
  static final ArchRule nobody_blocks_a_carrier_thread =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(ThreadLocal.class);

  /** Kept in sight: the names that say nothing. */
  @ArchTest
  static final ArchRule names_are_nouns_of_the_trade =
      classes()
          .should(
              com.tngtech.archunit.lang.conditions.ArchConditions.not(
                  com.tngtech.archunit.lang.conditions.ArchConditions.haveNameMatching(
                      ".*(Manager|Helper|Util|Utils|Impl|Dto)(\\$.*)?")));
}
