package mx.vozrural.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Where a PostgreSQL database is, and as whom one signs in. */
public record Endpoint(String host, int port, String database, String user, String password) {

  /**
   * Reads {@code postgresql://user:password@host:port/database}, parts percent-encoded where need
   * be.
   *
   * @throws IllegalArgumentException with a reason that repeats nothing of the address, which holds
   *     a password
   */
  public static Endpoint parse(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("is not an address");
    }
    if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
      throw new IllegalArgumentException("must begin with postgresql://");
    }
    String user = uri.getRawUserInfo();
    String path = uri.getRawPath();
    if (uri.getHost() == null || user == null || path == null || path.length() < 2) {
      throw new IllegalArgumentException("must be postgresql://user:password@host:port/database");
    }
    int colon = user.indexOf(':');
    return new Endpoint(
        uri.getHost(),
        uri.getPort() < 0 ? 5432 : uri.getPort(),
        decode(path.substring(1)),
        decode(colon < 0 ? user : user.substring(0, colon)),
        colon < 0 ? "" : decode(user.substring(colon + 1)));
  }

  public Endpoint as(String otherUser, String otherPassword) {
    return new Endpoint(host, port, database, otherUser, otherPassword);
  }

  String jdbcUrl() {
    return "jdbc:postgresql://" + host + ":" + port + "/" + database;
  }

  private static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return user + "@" + host + ":" + port + "/" + database;
  }
}
