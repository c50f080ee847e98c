package mx.vozrural.twilio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The body of a webhook, an {@code application/x-www-form-urlencoded} form in UTF-8, decoded into
 * its pairs, in their order and with repetitions. Any bytes give a result, none an exception.
 *
 * <p>Bytes that are no UTF-8 become U+FFFD, in the text that is filed and in the text whose
 * signature is checked alike. Twilio signs characters, not bytes: what it sends was encoded from
 * them, so its own requests hold no such bytes, and where something on the way spoilt them the
 * signature must fail. It is also what Twilio's libraries see, which get decoded strings from their
 * servers.
 */
public sealed interface FormBody {

  /** Twilio's longest text takes 14.4 kB: 1,600 characters of three bytes, each as {@code %XX}. */
  int MOST_BYTES = 64 * 1024;

  /** Twilio sends about twenty. */
  int MOST_PAIRS = 1_000;

  /** It was a form. */
  record Read(List<Parameter> parameters) implements FormBody {}

  /** It was none, or more than Twilio ever sends. */
  record Refused(Cause cause) implements FormBody {}

  /** Why a body is not read. */
  enum Cause {
    /** Another content type: multipart, JSON. */
    NOT_A_FORM,
    /** Over {@link #MOST_BYTES}. */
    TOO_LARGE,
    /** Over {@link #MOST_PAIRS}. */
    TOO_MANY_PAIRS
  }

  /**
   * Decodes a body.
   *
   * @param contentType the header; null, where it is missing, is taken for a form, since the
   *     signature decides in any case
   */
  static FormBody read(@Nullable String contentType, byte[] body) {
    if (contentType != null && !isForm(contentType)) {
      return new Refused(Cause.NOT_A_FORM);
    }
    if (body.length > MOST_BYTES) {
      return new Refused(Cause.TOO_LARGE);
    }
    List<Parameter> parameters = pairs(body);
    return parameters.size() > MOST_PAIRS
        ? new Refused(Cause.TOO_MANY_PAIRS)
        : new Read(parameters);
  }

  private static boolean isForm(String contentType) {
    int end = contentType.indexOf(';');
    String type = end < 0 ? contentType : contentType.substring(0, end);
    return type.strip().toLowerCase(Locale.ROOT).equals("application/x-www-form-urlencoded");
  }

  /** The pairs of a form or of a query; one more than {@link #MOST_PAIRS} at most. */
  static List<Parameter> pairs(byte[] form) {
    List<Parameter> parameters = new ArrayList<>(24);
    byte[] scratch = new byte[form.length];
    int from = 0;
    while (from < form.length && parameters.size() <= MOST_PAIRS) {
      int end = indexOf('&', form, from, form.length);
      if (end > from) {
        int equals = indexOf('=', form, from, end);
        String name = decoded(form, from, equals, scratch);
        parameters.add(
            new Parameter(name, equals == end ? "" : decoded(form, equals + 1, end, scratch)));
      }
      from = end + 1;
    }
    return parameters;
  }

  private static int indexOf(char sought, byte[] form, int from, int end) {
    int i = from;
    while (i < end && form[i] != sought) {
      i++;
    }
    return i;
  }

  private static String decoded(byte[] form, int from, int end, byte[] scratch) {
    int length = 0;
    for (int i = from; i < end; i++) {
      byte plain = form[i] == '+' ? (byte) ' ' : form[i];
      int escaped = plain == '%' && i + 2 < end ? hex(form[i + 1], form[i + 2]) : -1;
      if (escaped >= 0) {
        i += 2;
      }
      scratch[length++] = escaped >= 0 ? (byte) escaped : plain;
    }
    return new String(scratch, 0, length, StandardCharsets.UTF_8);
  }

  /** Negative where either is no hexadecimal digit: then the percent sign stands for itself. */
  private static int hex(byte high, byte low) {
    int first = Character.digit((char) (high & 0xff), 16);
    int second = Character.digit((char) (low & 0xff), 16);
    return first < 0 || second < 0 ? -1 : first << 4 | second;
  }
}
