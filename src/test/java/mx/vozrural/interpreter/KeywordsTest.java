package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordsTest {

  private static Interpreter interpreter;

  @BeforeAll
  static void readTheTables() {
    interpreter = new Interpreter(Samples.catalogue());
  }

  @ParameterizedTest
  @CsvSource({
    "alto,STOP,OPT_OUT,ES",
    "Baja!,STOP,OPT_OUT,ES",
    "PARAR,STOP,OPT_OUT,ES",
    "cancelar.,STOP,OPT_OUT,ES",
    "salir,STOP,OPT_OUT,ES",
    "Stop,TWILIO_STOP,OPT_OUT,EN",
    "STOPALL,TWILIO_STOP,OPT_OUT,EN",
    "unsubscribe,TWILIO_STOP,OPT_OUT,EN",
    "end,TWILIO_STOP,OPT_OUT,EN",
    "optout,TWILIO_STOP,OPT_OUT,EN",
    "quit,TWILIO_STOP,OPT_OUT,EN",
    "revoke,TWILIO_STOP,OPT_OUT,EN",
    "cancel,TWILIO_STOP,OPT_OUT,EN",
    "Baja  avisos,STOP_NOTICES,OPT_OUT,ES",
    "alta,START,OPT_IN,ES",
    "YES,TWILIO_START,OPT_IN,EN",
    "unstop,TWILIO_START,OPT_IN,EN",
    "start,TWILIO_START,OPT_IN,EN",
    "ayuda,HELP,HELP,ES",
    "help?,TWILIO_HELP,HELP,EN",
    "info,TWILIO_HELP,HELP,ES",
    "aviso,PRIVACY_NOTICE,HELP,ES",
    "Privacidad,PRIVACY_NOTICE,HELP,ES",
    "PRIVACIDAD: aviso,PRIVACY_NOTICE,HELP,ES",
    "Aviso de privacidad,PRIVACY_NOTICE,HELP,ES",
    "avisos,NOTICES,OPT_IN,ES",
    "estado,STATUS,STATUS_QUERY,ES",
    "Estado 3004129,STATUS,STATUS_QUERY,ES",
    "sí,YES,SHORT_REPLY,ES",
    "SI 3004129,YES,CLOSE_CONFIRM,ES",
    "no,NO,SHORT_REPLY,ES",
    "No 300-4129,NO,REOPEN,ES",
    "no folio 3004129,NO,REOPEN,ES",
    "sumo 3004129,JOIN,FOLLOW_UP,ES",
    "Compromisos,COMMITMENTS,COMMITMENT_QUERY,ES",
    "avance,PROGRESS,COMMITMENT_QUERY,ES",
    "avance mxchh0003,PROGRESS,COMMITMENT_QUERY,ES",
    "ayuuda,HELP,HELP,ES",
    "HELPP,TWILIO_HELP,HELP,EN",
    "altoo,STOP,OPT_OUT,ES",
    "bbaja,STOP,OPT_OUT,ES",
    "sii 3004129,YES,CLOSE_CONFIRM,ES",
    "unsubscribee,TWILIO_STOP,OPT_OUT,EN"
  })
  void aLoneWordIsAKeyword(String text, Keyword keyword, Intent intent, String language) {
    Reading reading = interpreter.read(text);
    assertThat(reading.keyword()).isEqualTo(keyword);
    assertThat(reading.intent()).isEqualTo(intent);
    assertThat(reading.language().name()).isEqualTo(language);
    assertThat(reading.categories()).isEmpty();
    assertThat(reading.urgent()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "la luz esta baja",
        "baja la presion",
        "alto ahi esta el poste",
        "ayuda con el camino",
        "no hay agua",
        "si hay luz",
        "baja 3004129",
        "alto folio 3004129",
        "estado del camino",
        "avisos de la piedra",
        "compromisos del plan",
        "",
        "bajas",
        "ayudaaa",
        "ayuudaa",
        "avance el arroyo",
        "baja avisos 3004129",
        "avance mxchh00034"
      })
  void wordsInASentenceAreNoKeywords(String text) {
    assertThat(interpreter.read(text).keyword()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"compromisos", "avance", "AVANCE MXCHH0001", "que onda con el MXCHH0002"})
  void thePlanIsNamed(String text) {
    assertThat(interpreter.read(text).has(Reading.Trait.NAMES_COMMITMENT)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"SI 3004129,si", "sumo,sumo", "3004129,''"})
  void theContentIsWhatWasSaidBesideTheFolio(String text, String content) {
    assertThat(interpreter.read(text).content()).isEqualTo(content);
  }
}
