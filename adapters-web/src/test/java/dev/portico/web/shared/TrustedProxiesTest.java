package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import java.net.InetAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class TrustedProxiesTest {

  private static final TrustedProxies PROXIES =
      TrustedProxies.parse("10.0.0.0/8, 192.0.2.7,2001:db8::/32").orThrow();

  private static String client(String peer, String header) {
    return PROXIES.clientOf(InetAddress.ofLiteral(peer), header).getHostAddress();
  }

  @ParameterizedTest
  @DisplayName("TH-7: believesTheNearestHopThatIsNotTrusted")
  @CsvSource(
      delimiter = '|',
      value = {
        "10.1.2.3    | 203.0.113.9                          | 203.0.113.9",
        "192.0.2.7   | 203.0.113.9                          | 203.0.113.9",
        "2001:db8::1 | 203.0.113.9                          | 203.0.113.9",
        "10.1.2.3    | 198.51.100.1, 203.0.113.9            | 203.0.113.9",
        "10.1.2.3    | 198.51.100.1, 203.0.113.9, 10.9.9.9  | 203.0.113.9",
        "10.1.2.3    | 203.0.113.9:4711                     | 203.0.113.9",
        "10.1.2.3    | [2001:dead::1]:443                   | 2001:dead:0:0:0:0:0:1",
        "10.1.2.3    | 2001:dead::1                         | 2001:dead:0:0:0:0:0:1",
        "10.1.2.3    | ::ffff:203.0.113.9                   | 203.0.113.9",
      })
  void believesTheNearestHopThatIsNotTrusted(String peer, String header, String client) {
    assertThat(client(peer, header)).isEqualTo(client);
  }

  @ParameterizedTest
  @DisplayName("TH-7: believesNobodyElse")
  @ValueSource(strings = {"192.0.2.8", "11.0.0.1", "9.255.255.255", "2001:db9::1", "127.0.0.1"})
  void believesNobodyElse(String peer) {
    assertThat(client(peer, "203.0.113.9")).isEqualTo(InetAddress.ofLiteral(peer).getHostAddress());
  }

  @ParameterizedTest
  @DisplayName("TH-7: staysWithWhatCouldBeRead")
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.9, unknown            | 10.1.2.3",
        "203.0.113.9, _hidden, 10.9.9.9  | 10.9.9.9",
        "203.0.113.9,                    | 10.1.2.3",
        "300.1.1.1                       | 10.1.2.3",
        "0x7f.1                          | 10.1.2.3",
        "2130706433                      | 10.1.2.3",
        "evil.example                    | 10.1.2.3",
        "[::1                            | 10.1.2.3",
        "10.4.4.4, 10.5.5.5              | 10.4.4.4",
      })
  void staysWithWhatCouldBeRead(String header, String client) {
    assertThat(client("10.1.2.3", header)).isEqualTo(client);
  }

  @Test
  void readsAllHeadersAsOne() {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr("10.1.2.3");
    request.addHeader("X-Forwarded-For", "203.0.113.9");
    request.addHeader("X-Forwarded-For", "198.51.100.4");

    assertThat(ClientAddress.note(request, PROXIES)).isEqualTo(ClientAddress.of("198.51.100.4"));
    assertThat(ClientAddress.of(request)).isEqualTo(ClientAddress.of("198.51.100.4"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "10.0.0.1/8",
        "10.0.0.0/33",
        "2001:db8::/129",
        "10.0.0.0/",
        "10/8",
        "10.0.0.0/-1",
        "10.0.0.0/08",
        "10.0.0.0/8,,",
        "010.0.0.0/8",
        "*",
        "0x0a.0.0.0/8"
      })
  void refusesWhatIsNoNetwork(String text) {
    assertThat(TrustedProxies.parse(text)).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void trustsEverybodyWhereToldSo() {
    var all = TrustedProxies.parse("0.0.0.0/0").orThrow();

    assertThat(all.clientOf(InetAddress.ofLiteral("198.51.100.1"), "203.0.113.9"))
        .isEqualTo(InetAddress.ofLiteral("203.0.113.9"));
    assertThat(all.clientOf(InetAddress.ofLiteral("::1"), "203.0.113.9"))
        .isEqualTo(InetAddress.ofLiteral("::1"));
  }
}
