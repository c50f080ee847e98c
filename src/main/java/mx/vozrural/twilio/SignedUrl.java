package mx.vozrural.twilio;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address as Twilio signs it: that of the configuration, never of the request's headers, and the
 * query as it stood in the request, escapes and all.
 *
 * <p>Twilio signs sometimes with the port and sometimes without, also where it is the usual one of
 * the scheme, so there are two forms. Both keep the raw query, which Twilio's own library decodes
 * when it changes the port (https://github.com/twilio/twilio-java/issues/601). What follows a
 * {@code #}, Twilio's instructions about retries, is not signed.
 */
public final class SignedUrl {
  private final String asConfigured;
  private final String otherPort;
  private final String query;
  private final List<byte[]> forms;

  private SignedUrl(String asConfigured, String otherPort, String query) {
    this.asConfigured = asConfigured;
    this.otherPort = otherPort;
    this.query = query;
    this.forms = List.of(bytes(asConfigured + query), bytes(otherPort + query));
  }

  /** Whatever the text: one that is no address is signed as it is. */
  public static SignedUrl of(String url) {
    String signed = before('#', url);
    String base = before('?', signed);
    return new SignedUrl(base, withOtherPort(base), signed.substring(base.length()));
  }

  /**
   * The same address with the query of a request.
   *
   * @param rawQuery not decoded, without its question mark; null for none
   */
  public SignedUrl withQuery(@Nullable String rawQuery) {
    return rawQuery == null && query.isEmpty()
        ? this
        : new SignedUrl(asConfigured, otherPort, rawQuery == null ? "" : "?" + rawQuery);
  }

  /** In the order of likelihood. */
  List<byte[]> forms() {
    return forms;
  }

  /** The query, for what it carries of its own. */
  List<Parameter> parameters() {
    return query.isEmpty() ? List.of() : FormBody.pairs(bytes(query.substring(1)));
  }

  private static String withOtherPort(String base) {
    int scheme = base.indexOf("://");
    if (scheme < 0) {
      return base;
    }
    int slash = base.indexOf('/', scheme + 3);
    int end = slash < 0 ? base.length() : slash;
    int port = base.lastIndexOf(':', end);
    boolean hasPort = port > Math.max(scheme, hostEndsAfter(base, end));
    String authority = hasPort ? base.substring(0, port) : base.substring(0, end);
    String added = base.startsWith("https:") ? ":443" : ":80";
    return authority + (hasPort ? "" : added) + base.substring(end);
  }

  /** Colons stand also in credentials and in IPv6 addresses. */
  private static int hostEndsAfter(String base, int end) {
    return Math.max(base.lastIndexOf('@', end), base.lastIndexOf(']', end));
  }

  private static String before(char mark, String text) {
    int end = text.indexOf(mark);
    return end < 0 ? text : text.substring(0, end);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
