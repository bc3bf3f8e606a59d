package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerUrlTest {

  @Test
  void keepsCredentialsOutOfTheAddress() {
    var url = PeerUrl.parse("HTTPS://us%40er:p%2Fw@Example.com:8443/a//b@c?key=k").orThrow();

    assertThat(url.target()).isEqualTo(URI.create("HTTPS://Example.com:8443/a//b@c?key=k"));
    assertThat(url.authorization()).contains("Basic dXNAZXI6cC93");
    assertThat(url).hasToString("HTTPS://Example.com:8443");
  }

  @Test
  void hasNoCredentialsWhereNoneAreGiven() {
    var url = PeerUrl.parse("http://[::1]:8080/x@y").orThrow();

    assertThat(url.target()).isEqualTo(URI.create("http://[::1]:8080/x@y"));
    assertThat(url.authorization()).isEmpty();
    assertThat(url).hasToString("http://[::1]:8080");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "example.com",
        "//example.com",
        "http:",
        "http://",
        "http:///path",
        "http://host:0/",
        "http://host:65536/",
        "http://a b/",
        "http://host/a b",
        "http://host/#part",
        "http://host/é",
        "ftp://host/",
        "file:///etc/passwd",
        "jar:http://host/!/",
        "http://host/%zz"
      })
  void refusesWhatIsNoHttpAddress(String text) {
    assertThat(PeerUrl.parse(text).asOptional()).isEmpty();
  }
}
