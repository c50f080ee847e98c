package mx.vozrural;

import java.util.LinkedHashMap;
import java.util.Map;
import mx.vozrural.twilio.standin.Signature;

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
