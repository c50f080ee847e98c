package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundTest {

  @ParameterizedTest
  @CsvSource({
    "vado,bado",
    "pozo,poso",
    "cena,sena",
    "camino,kmino",
    "que,ke",
    "quien,kien",
    "hay,ay",
    "hay,ai",
    "calle,caye",
    "gente,jente",
    "huele,uele",
    "agua,awa",
    "hielo,yelo",
    "xamba,chamba",
    "explica,esplica",
    "tambien,tanbien",
    "quemado,quemao",
    "sientooo,siento",
    "ssssi,si",
    "stan,estan",
    "phoco,foco",
    "hueso,ueso",
    "chihuahua,chiwawa",
    "sauz,saux",
    "q,que",
    "x,por",
    "enfermo,emfermo",
    "aserrin,acerrin",
    "llegan,yegan",
    "muy,mui",
    "dsd,desde",
    "qomo,como",
    "guadalupe,guuadalupe",
    "guisante,guuisante",
    "que,quue",
    "hueso,huueso",
    "hielo,hiielo",
    "blanco,bllanco",
    "planta,pllanta",
    "piedra,piedrra"
  })
  void spellingsThatSoundAlikeAreOne(String word, String written) {
    assertThat(Sound.of(written)).isEqualTo(Sound.of(word));
  }

  @ParameterizedTest
  @CsvSource({
    "perro,pero",
    "the,te",
    "she,se",
    "cama,kana",
    "chico,kiko",
    "gato,jato",
    "well,wey",
    "pala,palla"
  })
  void wordsThatSoundOtherwiseStayApart(String word, String other) {
    assertThat(Sound.of(word)).isNotEqualTo(Sound.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "arroyo,arroyo",
    "carro,karro",
    "rrancho,ranco",
    "queja,keja",
    "guitarra,gitarra",
    "agüita,agita",
    "xilo,cilo",
    "box,bos",
    "taxi,taxi",
    "psiquiatra,psikiatra",
    "hijo,ijo",
    "thanks,thanks",
    "school,escol",
    "kz,kas",
    "ñoño,nono",
    "cacao,kakado",
    "quota,kuota"
  })
  void soundsAsWritten(String word, String sound) {
    assertThat(Sound.of(Cutter.fold(word))).isEqualTo(sound);
  }

  @ParameterizedTest
  @CsvSource({
    "d,de",
    "k,ke",
    "pa,para",
    "ta,esta",
    "gpe,wadalupe",
    "largas,largas",
    "dssd,desde",
    "paa,para",
    "tell,tel",
    "kk,k"
  })
  void abbreviationsAreSpelledOut(String word, String sound) {
    assertThat(Sound.of(word)).isEqualTo(sound);
  }
}
