package dev.portico.domain.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "test@example.com,test@example.com",
    "Test@EXAMPLE.Com,Test@example.com",
    "a.b+c@sub.example.co.uk,a.b+c@sub.example.co.uk",
    "o'neil_#1@example.museum,o'neil_#1@example.museum",
    "user@bücher.example,user@xn--bcher-kva.example",
    "user@BÜCHER.example,user@xn--bcher-kva.example",
    "user@xn--bcher-kva.example,user@xn--bcher-kva.example"
  })
  void keepsTheCanonicalForm(String text, String expected) {
    assertThat(EmailAddress.parse(text).orThrow().text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "a@",
        "@b.com",
        "a@b",
        "a@b.c",
        "a@b@c.com",
        "a b@c.com",
        " a@c.com",
        "a@c.com ",
        "a@c.com\r\nBcc: x@y.com",
        "a\r\n@c.com",
        "a@c.com%0d%0aBcc:x@y.com",
        "a@x.com,b@y.com",
        "<a@c.com>",
        "Name <a@c.com>",
        "\"a b\"@c.com",
        "a(comment)@c.com",
        "a@[127.0.0.1]",
        ".a@c.com",
        "a.@c.com",
        "a..b@c.com",
        "a@-c.com",
        "a@c-.com",
        "a@c..com",
        "a@.c.com",
        "a＠c.com",
        "\u560d\u560a@c.com",
        "\u760d\u760a@c.com",
        "\u0131@c.com",
        "é@c.com",
        "a@c.com\u0000",
        "a@c.\u0000com",
        "a@c_d.com",
        "a@127.0.0.1",
        "a\u202e@c.com",
        "a@stra\u00dfe.de",
        "a@exam\u00adple.com",
        "a@exa\u200dmple.com"
      })
  void refusesWhatIsNoSingleAddress(String text) {
    assertThat(EmailAddress.parse(text)).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void acceptsTheLongestAndNoLonger() {
    String domain = ("d".repeat(61) + ".").repeat(3) + "com";
    String longest = "l".repeat(64) + "@" + domain;
    assertThat(longest.length()).isEqualTo(254);

    assertThat(EmailAddress.parse(longest)).isInstanceOf(Parsed.Accepted.class);
    assertThat(EmailAddress.parse("l".repeat(65) + "@example.com"))
        .isInstanceOf(Parsed.Refused.class);
    assertThat(EmailAddress.parse("l".repeat(64) + "@d" + domain))
        .isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void staysShortInItsAsciiForm() {
    String domain = ("ü".repeat(40) + ".").repeat(4) + "example";

    assertThat(EmailAddress.parse("l".repeat(64) + "@" + domain))
        .isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void hasOneKeyWhateverTheCase() {
    assertThat(EmailAddress.parse("Alice@Example.com").orThrow().key())
        .isEqualTo("alice@example.com");
  }

  @Test
  void countsTheDomainInItsAsciiForm() {
    // 13 labels of 14 characters with their dots, and example.com: 193.
    String domain = "b\u00fccher." + "b\u00fccher.".repeat(12) + "example.com";

    assertThat(EmailAddress.parse("l".repeat(60) + "@" + domain).orThrow().text()).hasSize(254);
    assertThat(EmailAddress.parse("l".repeat(61) + "@" + domain))
        .isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void masksAllButItsBeginnings() {
    assertThat(EmailAddress.parse("alice.b@mail.example.com").orThrow().masked())
        .isEqualTo("a***@m***.com");
    assertThat(EmailAddress.parse("a@b.co").orThrow().masked()).isEqualTo("a***@b***.co");
  }

  @Test
  void showsItselfInItsCanonicalForm() {
    assertThat(EmailAddress.parse("Alice@EXAMPLE.com").orThrow()).hasToString("Alice@example.com");
  }
}
