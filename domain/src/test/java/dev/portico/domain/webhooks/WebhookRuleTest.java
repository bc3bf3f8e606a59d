package dev.portico.domain.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRuleTest {

  private static WebhookUrl url(String text) {
    return WebhookUrl.parse(text).orThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.com",
        "https://hooks.example.com:443/a?b=c",
        "HTTPS://HOOKS.EXAMPLE.COM:8443/",
        "https://a-b.example.co.uk./",
        "https://xn--bcher-kva.example/"
      })
  void admitsPublicReceivers(String text) {
    assertThat(WebhookRule.PUBLIC_ONLY.refusal(url(text))).isEmpty();
  }

  // WH-3
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://0.0.0.0/",
        "https://169.254.169.254/latest/meta-data",
        "https://10.0.0.1/",
        "https://172.16.0.1/",
        "https://192.168.0.1/",
        "https://100.64.0.1/",
        "https://[fc00::1]/",
        "https://[fe80::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://0x7f000001/",
        "https://0177.1/",
        "https://0177.0.0.1/",
        "https://127.1/",
        "https://localhost/",
        "https://localhost./",
        "https://LOCALHOST/",
        "https://api.localhost/",
        "https://printer.local/",
        "https://metadata.google.internal/",
        "https://metadata.google.internal./",
        "https://intranet/",
        "https://u@hooks.example.com/",
        "https://u:p@hooks.example.com/",
        "https://hooks.example.com@127.0.0.1/",
        "https://hooks.example.com/#a",
        "http://hooks.example.com/",
        "ftp://hooks.example.com/",
        "file:///etc/passwd",
        "jar:file:/x.jar!/y",
        "mailto:a@example.com",
        "https:///a",
        "https://hooks.example.com:22/",
        "https://hooks.example.com:25/",
        "https://hooks.example.com:5432/",
        "https://hooks.example.com:6379/",
        "https://hooks.example.com:80/",
        "https://hooks.example.com:0/",
        "https://hooks.example.com:99999/"
      })
  void refusesWhatIsNotPublic(String text) {
    assertThat(WebhookRule.PUBLIC_ONLY.refusal(url(text))).isPresent();
  }

  @Test
  void admitsMoreInDevelopment() {
    var rule = WebhookRule.ANYWHERE;

    assertThat(rule.refusal(url("http://127.0.0.1:8080/a"))).isEmpty();
    assertThat(rule.refusal(url("https://localhost/"))).isEmpty();
    assertThat(rule.refusal(url("file:///etc/passwd"))).isPresent();
    assertThat(rule.refusal(url("gopher://localhost/"))).isPresent();
    assertThat(rule.refusal(url("http://u@localhost/"))).isPresent();
    assertThat(rule.admits(new byte[] {127, 0, 0, 1})).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "hooks.example.com", "https://a b/", "https://é.example/", "%"})
  void readsNoAddressThatIsNone(String text) {
    assertThat(WebhookUrl.parse(text).asOptional()).isEmpty();
  }

  // WH-3, WH-4
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:10::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "3fff::1",
        "fc00::1",
        "fdff::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "4000::1"
      })
  void callsNoAddressThatIsNotEverybodys(String address) throws UnknownHostException {
    assertThat(admits(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.0.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.167.0.1",
        "198.17.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2001:4860:4860::8888",
        "2a00::1",
        "64:ff9b::808:808"
      })
  void callsEverybodysAddresses(String address) throws UnknownHostException {
    assertThat(admits(address)).isTrue();
  }

  private static boolean admits(String address) throws UnknownHostException {
    return WebhookRule.PUBLIC_ONLY.admits(InetAddress.getByName(address).getAddress());
  }

  /** Java makes IPv4 addresses of these by itself; another resolver might not. */
  @Test
  void seesThroughMappedAddresses() {
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    mapped[12] = 127;

    assertThat(WebhookRule.PUBLIC_ONLY.admits(mapped)).isFalse();
    mapped[12] = 8;
    assertThat(WebhookRule.PUBLIC_ONLY.admits(mapped)).isTrue();
    assertThat(WebhookRule.PUBLIC_ONLY.admits(new byte[5])).isFalse();
  }

  @Test
  void showsNothingButTheHost() {
    assertThat(url("https://hooks.example.com/secret?key=secret"))
        .hasToString("WebhookUrl[hooks.example.com]");
  }
}
