package mx.vozrural;

import io.netty.buffer.ByteBuf;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mx.vozrural.twilio.TwilioDoor;

/**
 * Posts to Twilio's webhook, each from another phone and with another MessageSid, signed as Twilio
 * does (https://www.twilio.com/docs/usage/security) with a made-up account's token.
 */
final class SignedTexts implements Requests.Source {
  static final String ACCOUNT = "AC" + "0".repeat(31) + "1";
  static final String TOKEN = "0123456789abcdef0123456789abcdef";

  /** What residents write; a number follows, so that no two texts are alike. */
  private static final List<String> NEEDS =
      List.of(
          "No hay agua en El Charco desde el lunes, casa ",
          "Buenas tardes, se fue la luz en El Sauz y no regresa, poste ",
          "Hay un bache muy grande en el camino a Guadalupe, frente al numero ",
          "La basura no la recogen en Palo Blanco hace dos semanas, calle ",
          "el camino de El Charco esta destrosado por la lluvia y no pasa el camion escolar, km ",
          "Disculpe, la bomba del pozo de Guadalupe no sirve y no tenemos agua, somos familias: ",
          "ya van 3 dias sin luz en el sauz, lote ",
          "Se está tirando el agua de la tubería en El Sauz, por la escuela, manzana ");

  private static final List<String> ENCODED =
      NEEDS.stream().map(need -> URLEncoder.encode(need, StandardCharsets.UTF_8)).toList();

  /** The parameters in the order of their names, in which they are signed; a mark for what differs. */
  private static final String[][] PARAMETERS = {
    {"AccountSid", ACCOUNT},
    {"ApiVersion", "2010-04-01"},
    {"Body", "body"},
    {"From", "from"},
    {"FromCity", "CHIHUAHUA"},
    {"FromCountry", "MX"},
    {"FromState", "CHIH"},
    {"FromZip", ""},
    {"MessageSid", "sid"},
    {"MessagingServiceSid", "MG" + "0".repeat(31) + "1"},
    {"NumMedia", "0"},
    {"NumSegments", "1"},
    {"SmsMessageSid", "sid"},
    {"SmsSid", "sid"},
    {"SmsStatus", "received"},
    {"To", "+526144100100"},
    {"ToCity", "CHIHUAHUA"},
    {"ToCountry", "MX"},
    {"ToState", "CHIH"},
    {"ToZip", ""},
  };

  private final String url;
  private final Mac mac;
  private final StringBuilder signed = new StringBuilder();
  private final StringBuilder form = new StringBuilder();
  private int next;

  /**
   * @param publicUrl for which the server checks signatures
   */
  SignedTexts(String publicUrl) {
    this.url = publicUrl + TwilioDoor.TEXTS;
    try {
      mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void write(ByteBuf bytes) {
    int number = next++;
    signed.setLength(0);
    form.setLength(0);
    signed.append(url);
    // Numbers that begin with 0 after the area code are nobody's.
    String phone = "52614" + String.valueOf(10_000_000 + number).substring(1);
    String sid = "SM" + "%032x".formatted(number);
    int need = number % NEEDS.size();
    for (String[] parameter : PARAMETERS) {
      switch (parameter[1]) {
        case "body" -> add("Body", NEEDS.get(need) + number, ENCODED.get(need) + number);
        case "from" -> add("From", "+" + phone, "%2B" + phone);
        case "sid" -> add(parameter[0], sid, sid);
        default -> add(parameter[0], parameter[1], parameter[1].replace("+", "%2B"));
      }
    }
    post(bytes);
  }

  private void add(String name, String value, String encoded) {
    signed.append(name).append(value);
    form.append(form.isEmpty() ? "" : "&").append(name).append('=').append(encoded);
  }

  private void post(ByteBuf bytes) {
    byte[] digest = mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
    bytes.writeCharSequence(
        "POST "
            + TwilioDoor.TEXTS
            + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: TwilioProxy/1.1\r\nContent-Type:"
            + " application/x-www-form-urlencoded\r\nX-Twilio-Signature: "
            + Base64.getEncoder().encodeToString(digest)
            + "\r\nContent-Length: "
            + form.length()
            + "\r\n\r\n"
            + form,
        StandardCharsets.US_ASCII);
  }
}
