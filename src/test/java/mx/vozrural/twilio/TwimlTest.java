package mx.vozrural.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class TwimlTest {
  private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response";

  @Test
  void silenceIsAnEmptyResponse() {
    assertThat(Twiml.SILENCE).isEqualTo(START + "/>");
    assertThat(Twiml.CONTENT_TYPE).isEqualTo("text/xml; charset=utf-8");
  }

  @Test
  void aMessageReportsToItsAction() {
    URI action = URI.create("https://voz.example/twilio/status?id=7&mac=ab%3D");
    assertThat(Twiml.message("Su folio es 1234567", action))
        .isEqualTo(
            START
                + "><Message action=\"https://voz.example/twilio/status?id=7&amp;mac=ab%3D\">"
                + "Su folio es 1234567</Message></Response>");
  }

  @Test
  void aMessageWithoutAnActionReportsNothing() {
    assertThat(Twiml.message("Gracias", null))
        .isEqualTo(START + "><Message>Gracias</Message></Response>");
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"),
        arguments("\"x\" 'y'", "&quot;x&quot; 'y'"),
        arguments("]]>", "]]&gt;"),
        arguments("a\rb\nc\td", "a&#13;b\nc\td"),
        arguments("a\0\u000b\u001fb", "ab"),
        arguments("a\ude00b\ud83d", "ab"),
        arguments("\ufffe\uffff\ufffd", "\ufffd"),
        arguments("\ud7ff\ue000", "\ud7ff\ue000"),
        arguments("a\ud800\udc00 b", "a\ud800\udc00 b"),
        arguments("¿Está bien? 😀", "¿Está bien? 😀"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void escapesWhatXmlWouldTakeForItsOwn(String text, String escaped) {
    assertThat(Twiml.message(text, null))
        .isEqualTo(START + "><Message>" + escaped + "</Message></Response>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u0000", "\uffff"})
  void aMessageOfNothingIsSilence(String text) {
    assertThat(Twiml.message(text, URI.create("https://voz.example/"))).isEqualTo(Twiml.SILENCE);
  }

  @Property(seed = "20261124", tries = 1_000)
  void aParserReadsTheSameText(@ForAll String words) throws Exception {
    String text =
        "¡" + words.replaceAll("[\\p{Cs}\\ufffe\\uffff\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "");
    URI action = URI.create("https://voz.example/twilio/status?id=7&mac=ab%3D");
    assertThat(parsed(Twiml.message("¡" + words, action)).getTextContent()).isEqualTo(text);
    assertThat(parsed(Twiml.message("¡" + words, action)).getAttribute("action"))
        .isEqualTo(action.toString());
  }

  private static Element parsed(String xml) throws Exception {
    return (Element)
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
            .getElementsByTagName("Message")
            .item(0);
  }
}
