package dev.portico.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0, Firefox on Linux
          Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36, Chrome on Windows
          Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0, Edge on Windows
          Mozilla/5.0 (X11; CrOS x86_64) Chrome/140.0 Safari/537.36 OPR/120.0, Opera on ChromeOS
          Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1, Safari on macOS
          Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140.0 Safari/604.1, Chrome on iPhone
          Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) FxiOS/140.0 Safari/604.1, Firefox on iPad
          Mozilla/5.0 (Linux; Android 15) SamsungBrowser/28.0 Chrome/130.0 Safari/537.36, Samsung Internet on Android
          curl/8.16.0, curl
          python-requests/2.32.5, python-requests
          (nothing), Unknown
          "", Unknown
          """)
  void hasANameForPeople(String agent, String device) {
    assertThat(Client.of("192.0.2.1", agent).device()).isEqualTo(device);
  }

  @Test
  void isCutAndCleaned() {
    var client = Client.of("192.0.2.1", "a\u0000b\nc\u202e\u007f~ " + "x".repeat(300));

    assertThat(client.agent()).startsWith("abc~ x").hasSize(256);
    assertThat(client.address()).isEqualTo("192.0.2.1");
    assertThat(Client.of("192.0.2.1", "y".repeat(99)).device()).hasSize(40);
  }
}
