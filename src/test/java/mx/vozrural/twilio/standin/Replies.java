package mx.vozrural.twilio.standin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What an answer to a text tells Twilio to send
 * (https://www.twilio.com/docs/messaging/twiml/message). Plain text is sent as it stands.
 */
final class Replies {
  private Replies() {}

  /**
   * @param action where its status is reported
   */
  record Reply(String body, @Nullable String action) {}

  /**
   * @throws IllegalArgumentException for what Twilio would log as an error
   */
  static List<Reply> read(String contentType, String body) {
    String type = contentType.replaceAll(";.*", "").strip();
    return switch (type) {
      case "text/xml", "application/xml", "text/html" -> orders(body);
      case "text/plain" -> body.isEmpty() ? List.of() : List.of(new Reply(body, null));
      default -> throw new IllegalArgumentException("12300: Content-Type " + contentType);
    };
  }

  private static List<Reply> orders(String xml) {
    List<Reply> replies = new ArrayList<>();
    NodeList messages = parsed(xml).getElementsByTagName("Message");
    for (int i = 0; i < messages.getLength(); i++) {
      Element message = (Element) messages.item(i);
      String action = message.getAttribute("action");
      String body = message.getTextContent().strip();
      if (!body.isEmpty()) {
        replies.add(new Reply(body, action.isEmpty() ? null : action));
      }
    }
    return replies;
  }

  private static Element parsed(String xml) {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      Element root =
          builder
              .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
              .getDocumentElement();
      if (!root.getTagName().equals("Response")) {
        throw new IllegalArgumentException("12100: no Response");
      }
      return root;
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException(e);
    } catch (SAXException e) {
      throw new IllegalArgumentException("12100: " + e.getMessage(), e);
    }
  }
}
