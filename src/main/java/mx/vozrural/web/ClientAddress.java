package mx.vozrural.web;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whom a limit counts: the address of the socket, or of whom a trusted proxy says it speaks for.
 * IPv6 addresses count by their /64, the least that one subscriber is given (RFC 6177).
 */
public final class ClientAddress {
  private static final int IPV4_BYTES = 4;
  private static final int SUBSCRIBER_BYTES = 8;

  private final Set<String> trusted;

  /**
   * @param trusted addresses of proxies, IPv4 or IPv6 in digits
   * @throws IllegalArgumentException for one that is no address
   */
  public ClientAddress(Set<String> trusted) {
    this.trusted =
        trusted.stream().map(ClientAddress::proxy).collect(Collectors.toUnmodifiableSet());
  }

  private static String proxy(String address) {
    return parsed(address)
        .map(HexFormat.of()::formatHex)
        .orElseThrow(() -> new IllegalArgumentException("not an IP address"));
  }

  /** The key of whoever sent this. */
  public String of(HttpServerRequest request) {
    var socket = request.remoteAddress();
    String address = socket == null ? null : socket.hostAddress();
    return key(address, request.headers().getAll("X-Forwarded-For"));
  }

  /**
   * @param socket null where the connection is no longer known
   * @param forwarded the X-Forwarded-For headers, each a list; the last entry is the nearest hop
   */
  String key(@Nullable String socket, List<String> forwarded) {
    Optional<byte[]> client = parsed(socket);
    List<String> hops = Arrays.asList(String.join(",", forwarded).split(","));
    for (String hop : hops.reversed()) {
      Optional<byte[]> before = parsed(hop.strip());
      if (before.isEmpty() || client.filter(this::trusts).isEmpty()) {
        break;
      }
      client = before;
    }
    return client.map(ClientAddress::subscriber).orElse("unknown");
  }

  private boolean trusts(byte[] address) {
    return trusted.contains(HexFormat.of().formatHex(address));
  }

  private static Optional<byte[]> parsed(@Nullable String address) {
    // Netty's parser never asks a name server, unlike InetAddress.getByName.
    return Optional.ofNullable(address)
        .map(NetUtil::createByteArrayFromIpAddressString)
        .map(ClientAddress::unmapped);
  }

  // ::ffff:192.0.2.1 is 192.0.2.1, as a dual-stack socket names it.
  private static byte[] unmapped(byte[] address) {
    boolean mapped =
        address.length == 16
            && Arrays.equals(
                address, 0, 12, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1}, 0, 12);
    return mapped ? Arrays.copyOfRange(address, 12, 16) : address;
  }

  private static String subscriber(byte[] address) {
    int bytes = address.length == IPV4_BYTES ? IPV4_BYTES : SUBSCRIBER_BYTES;
    return HexFormat.of().formatHex(address, 0, bytes);
  }
}
