package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import mx.vozrural.interpreter.Reading.Trait;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraitsTest {

  private static Interpreter interpreter;

  @BeforeAll
  static void readTheTables() {
    interpreter = new Interpreter(Samples.catalogue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mi esposo me pega cuando toma|VIOLENCE_AT_HOME",
        "my husband beats me|VIOLENCE_AT_HOME",
        "mi pareja me amenaza con quitarme a mis hijos|VIOLENCE_AT_HOME",
        "mi ex me amenaza|VIOLENCE_AT_HOME",
        "mi señor llega tomado y me insulta|VIOLENCE_AT_HOME",
        "mi marido nos patea|VIOLENCE_AT_HOME",
        "mi esposo me anda golpiando|VIOLENCE_AT_HOME",
        "la vecina grita, el señor la amenaza|VIOLENCE_AT_HOME",
        "my husband hits me|VIOLENCE_AT_HOME",
        "my dad wants to kill us|VIOLENCE_AT_HOME",
        "no hay luz desde ayer|SAYS_WHEN",
        "hace 3 dias que no hay luz|SAYS_WHEN",
        "no power since monday|SAYS_WHEN",
        "soy Beto me prestaron el telefono, no hay luz|LENT_PHONE",
        "este no es mi cel, es de la vecina|LENT_PHONE",
        "ya quedo el foco gracias|SAYS_SOLVED",
        "ya hay agua|SAYS_SOLVED",
        "sigue igual el camino|SAYS_UNSOLVED",
        "todavia no vienen|SAYS_UNSOLVED",
        "nobody came|SAYS_UNSOLVED",
        "ocupo que vengan a ver algo|MAY_BE_NEED",
        "enfrente de la iglesia|SAYS_WHERE",
        "sin luz en palo blanco|SAYS_WHERE",
        "si me pueden escribir a este numero es seguro|SAYS_SAFE",
        "quiero saber del plan de gobierno abierto|NAMES_COMMITMENT",
        "como va el MXCHH0002|NAMES_COMMITMENT"
      })
  void factsBesideTheFields(String text, Trait trait) {
    assertThat(interpreter.read(text).has(trait)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "el sol pega muy fuerte en la escuela|VIOLENCE_AT_HOME",
        "la secretaria es muy grosera y nos grita|VIOLENCE_AT_HOME",
        "el recibo de la luz es un abuso|VIOLENCE_AT_HOME",
        "mi esposo y mi madre van en la madrugada|VIOLENCE_AT_HOME",
        "mi esposo ya no tiene insulina|VIOLENCE_AT_HOME",
        "el tanque viejo del patio|VIOLENCE_AT_HOME",
        "el señor de la pipa es un abusivo|VIOLENCE_AT_HOME",
        "my dad says its the pump|VIOLENCE_AT_HOME",
        "my father told me about this number|VIOLENCE_AT_HOME",
        "no hay luz|SAYS_WHEN",
        "no hay luz|LENT_PHONE",
        "dicen que ya quedo pero sigue igual|SAYS_SOLVED",
        "ya quedo el foco gracias|SAYS_UNSOLVED",
        "gracias|MAY_BE_NEED",
        "no hay luz|SAYS_WHERE",
        "no hay luz|SAYS_SAFE",
        "no hay luz|NAMES_COMMITMENT"
      })
  void areNotSeenWhereTheyAreNot(String text, Trait trait) {
    assertThat(interpreter.read(text).has(trait)).isFalse();
  }

  @Test
  void whatLedToAFieldIsTold() {
    Reading reading = interpreter.read("mi folio 3004129: se quema el cerro en el sauz");
    assertThat(reading.evidence())
        .contains(
            new Evidence("category", "PROTCIVIL", "quema el cerro"),
            new Evidence("section", "EL_SAUZ", "sauz"),
            new Evidence("folio", "3004129", "3004129"))
        .anyMatch(e -> e.field().equals("life_danger"));
    assertThat(interpreter.read("gracias").evidence())
        .containsExactly(new Evidence("intent", "ack", "gracias"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "buenas, el poste se esta cayendo|urgent|cayendo",
        "buenas, se murieron 3 vacas de sed|urgent|murieron",
        "buenas, mi vaca tiene gusanos en la herida|urgent|gusanos",
        "buenas, sin agua desde hace 3 dias|urgent|sin agua",
        "buenas, se fue la luz y mi mama usa oxigeno|life_danger|oxigeno",
        "buenas, mi esposo me pega|life_danger|pega",
        "buenas, se esta quemando la casa|life_danger|quemando"
      })
  void theWordsThatTellADangerAreItsEvidence(String text, String field, String words) {
    assertThat(interpreter.read(text).evidence())
        .anyMatch(e -> e.field().equals(field) && e.words().contains(words));
  }

  @Test
  void everyFieldSaysHowSureItIs() {
    Reading reading = interpreter.read("no hay luz en el sauz");
    assertThat(reading.confidence())
        .containsOnlyKeys("intent", "categories", "section", "urgent", "language");
    assertThat(reading.confidence().values()).allMatch(c -> c > 0 && c <= 1);
    assertThat(reading.confidence().get("categories"))
        .isGreaterThan(
            interpreter.read("un asunto del camion de todos").confidence().get("categories"));
  }
}
