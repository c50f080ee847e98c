package mx.vozrural.twilio;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the webhook for texts, as XML that Twilio reads as orders
 * (https://www.twilio.com/docs/messaging/twiml). Whatever else is answered as plain text would be
 * sent to the resident.
 */
public final class Twiml {

  /** For the {@code Content-Type} header. */
  public static final String CONTENT_TYPE = "text/xml; charset=utf-8";

  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  /** Taken, and nothing to say. */
  public static final String SILENCE = DECLARATION + "<Response/>";

  private Twiml() {}

  /**
   * One text back.
   *
   * @param body what XML 1.0 can't hold is left out; if nothing stays, the answer is silence,
   *     because Twilio counts an empty message as an error
   * @param action where Twilio reports its name and status; null: it reports nothing
   */
  public static String message(String body, @Nullable URI action) {
    String text = escaped(body);
    if (text.isEmpty()) {
      return SILENCE;
    }
    String attribute = action == null ? "" : " action=\"" + escaped(action.toString()) + "\"";
    return DECLARATION + "<Response><Message" + attribute + ">" + text + "</Message></Response>";
  }

  private static String escaped(String text) {
    StringBuilder xml = new StringBuilder(text.length() + 16);
    text.codePoints().filter(Twiml::allowed).forEach(c -> append(xml, c));
    return xml.toString();
  }

  /** The production Char of https://www.w3.org/TR/xml/#charsets. */
  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }

  private static void append(StringBuilder xml, int c) {
    switch (c) {
      case '&' -> xml.append("&amp;");
      case '<' -> xml.append("&lt;");
      case '>' -> xml.append("&gt;");
      case '"' -> xml.append("&quot;");
      // A parser reads a bare one as a line feed.
      case '\r' -> xml.append("&#13;");
      default -> xml.appendCodePoint(c);
    }
  }
}
