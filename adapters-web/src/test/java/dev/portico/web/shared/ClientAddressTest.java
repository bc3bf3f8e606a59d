package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {

  @Test
  void isTheWholeAddressOfVersionFour() {
    assertThat(ClientAddress.of("192.0.2.1")).isEqualTo(new ClientAddress("192.0.2.1"));
    assertThat(ClientAddress.of("192.0.2.1")).isNotEqualTo(ClientAddress.of("192.0.2.2"));
  }

  @Test
  void isTheNetworkOfVersionSix() {
    assertThat(ClientAddress.of("2001:db8:0:1::1"))
        .isEqualTo(ClientAddress.of("2001:db8:0:1:ffff:ffff:ffff:ffff"))
        .isNotEqualTo(ClientAddress.of("2001:db8:0:2::1"));
    assertThat(ClientAddress.of("0:0:0:0:0:0:0:1")).isEqualTo(ClientAddress.of("::1"));
  }
}
