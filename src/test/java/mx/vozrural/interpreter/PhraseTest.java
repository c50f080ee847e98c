package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "uno dos;uno dos;uno dos",
        "uno dos;uno tres dos;''",
        "uno ~1 dos;uno tres dos;uno tres dos",
        "uno ~1 dos;uno tres tres dos;''",
        "uno ~3 dos;uno. dos;''",
        "uno ~3 dos;uno, dos;uno dos",
        "uno|tres dos;tres dos;tres dos",
        "uno|cuatro_cinco dos;cuatro cinco dos;cuatro cinco dos",
        "uno|cuatro_cinco dos;cuatro dos;''",
        "uno ?tres dos;uno dos;uno dos",
        "uno ?tres dos;uno tres dos;uno tres dos",
        "^ uno;uno dos;uno",
        "^ uno;dos uno;''",
        "uno $;dos uno;uno",
        "uno $;uno dos;''",
        "-tres uno;tres cuatro cinco uno;''",
        "-tres uno;tres cuatro cinco seis uno;uno",
        "-tres uno;tres. uno;uno",
        "uno -tres;uno dos cuatro tres;''",
        "uno -tres;uno dos cuatro cinco tres;uno",
        "uno -tres;uno. tres;uno",
        "uno -tres ~4 dos;uno cuatro dos;uno cuatro dos",
        "uno -tres ~4 dos;uno tres dos;''",
        "camin*;caminando;caminando",
        "camin*;kmi;''",
        "atropell*;atropeyo;atropeyo",
        "uno #;uno 55;uno 55",
        "emergencyline;marco al 911;911",
        "poste;postes;postes",
        "=poste;postes;''",
        "drenaje;drenage;drenage",
        "transformador;transfomador;transfomador",
        "transformador;tranfsormador;tranfsormador",
        "transformador;xransformador;''",
        "uno ~2 dos ~2 dos;uno dos cuatro dos;uno dos cuatro dos"
      })
  void isFoundWhereItsWordsStand(String phrase, String text, String found) {
    RuleBookBuilder builder = new RuleBookBuilder();
    builder.phrase("need X", 3, phrase);
    builder.signal("scope hidden");
    RuleBook book = builder.build();
    Words words = Cutter.cut(text);
    words.lookUp(book.lexicon());
    Findings findings = new Finder(book, new boolean[book.signalCount()]).find(words);
    int signal = book.signal("need X");
    assertThat(findings.has(signal) ? findings.words(signal, words) : "").isEqualTo(found);
  }
}
