package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import mx.vozrural.twilio.standin.Signature;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * Posts webhooks as Twilio does, signed by the rule of its documentation
 * (https://www.twilio.com/docs/usage/security).
 */
record TwilioClient(Http http, String publicUrl, String authToken) {
  static final String TEXTS = "/twilio/sms";
  static final String STATUS = "/twilio/status";
  static final String SIGNATURE = "X-Twilio-Signature";

  /** A text with the fields that Twilio sends. */
  static Map<String, String> text(String sid, String from, String body) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("MessageSid", sid);
    fields.put("AccountSid", TestServer.ACCOUNT);
    fields.put("From", from);
    fields.put("To", "+526144100100");
    fields.put("Body", body);
    fields.put("NumMedia", "0");
    return fields;
  }

  /** A name for a text, of Twilio's form. */
  static String sid(int number) {
    return "SM%032x".formatted(number);
  }

  /** The words of the one answer to a text; "" for silence. */
  static String said(Http.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/xml; charset=utf-8");
    Discretion.assertDiscreet(answer.body());
    try {
      Element response =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(answer.body())))
              .getDocumentElement();
      assertThat(response.getTagName()).isEqualTo("Response");
      assertThat(response.getElementsByTagName("*").getLength()).isLessThanOrEqualTo(1);
      return response.getTextContent();
    } catch (Exception e) {
      throw new AssertionError("no TwiML: " + answer.body(), e);
    }
  }

  Http.Answer send(String sid, String from, String body) {
    return post(TEXTS, text(sid, from, body));
  }

  Http.Answer post(String path, Map<String, String> fields) {
    return http.form(path, fields, SIGNATURE, signature(path, fields));
  }

  /** Sends bytes of one's own as the body, signed for what the fields say. */
  Http.Answer post(String path, Map<String, String> signed, byte[] body) {
    return http.post(path, Http.FORM, body, SIGNATURE, signature(path, signed));
  }

  String signature(String path, Map<String, String> fields) {
    return Signature.of(authToken, publicUrl + path, fields);
  }
}
