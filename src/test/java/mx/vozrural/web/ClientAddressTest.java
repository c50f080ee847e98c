package mx.vozrural.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
  private final ClientAddress addresses =
      new ClientAddress(Set.of("10.0.0.1", "10.0.0.2", "2001:db8::1"));

  /** socket | X-Forwarded-For | whom it counts for */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "192.0.2.7        |                          | 192.0.2.7",
        "192.0.2.7        | 203.0.113.9              | 192.0.2.7",
        "10.0.0.1         | 203.0.113.9              | 203.0.113.9",
        "10.0.0.1         | 198.51.100.1, 203.0.113.9| 203.0.113.9",
        "10.0.0.1         | 203.0.113.9, 10.0.0.2    | 203.0.113.9",
        "10.0.0.1         | 203.0.113.9, 192.0.2.44  | 192.0.2.44",
        "10.0.0.1         | 203.0.113.9, nonsense    | 10.0.0.1",
        "10.0.0.1         |                          | 10.0.0.1",
        "::ffff:10.0.0.1  | 203.0.113.9              | 203.0.113.9",
        "2001:db8::1      | 203.0.113.9              | 203.0.113.9",
      })
  void theNearestHopThatIsNotOursIsTheClient(
      String socket, @Nullable String forwarded, String client) {
    var headers = forwarded == null ? List.<String>of() : List.of(forwarded);
    assertThat(addresses.key(socket, headers)).isEqualTo(addresses.key(client, List.of()));
  }

  @Test
  void severalHeadersAreOneList() {
    assertThat(addresses.key("10.0.0.1", List.of("198.51.100.1", "203.0.113.9")))
        .isEqualTo(addresses.key("203.0.113.9", List.of()));
  }

  @Test
  void differentAddressesCountApart() {
    assertThat(addresses.key("192.0.2.7", List.of()))
        .isNotEqualTo(addresses.key("192.0.2.8", List.of()));
  }

  @Test
  void anIpv6SubscriberIsOneWhateverTheDevice() {
    assertThat(addresses.key("2001:db8:1:2::1", List.of()))
        .isEqualTo(addresses.key("2001:db8:1:2:ffff::9", List.of()))
        .isNotEqualTo(addresses.key("2001:db8:1:3::1", List.of()));
  }

  @Test
  void aConnectionThatIsGoneHasAKeyToo() {
    assertThat(addresses.key(null, List.of("203.0.113.9"))).isEqualTo("unknown");
  }

  @Test
  void aProxyThatIsNoAddressStopsTheStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClientAddress(Set.of("proxy.example")));
  }
}
