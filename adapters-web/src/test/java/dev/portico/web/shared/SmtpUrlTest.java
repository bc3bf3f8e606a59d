package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpUrlTest {

  private static SmtpUrl read(String text) {
    return SmtpUrl.parse(text).orThrow();
  }

  @Test
  void readsAHostAlone() {
    assertThat(read("smtp://mail.example.com"))
        .isEqualTo(new SmtpUrl("mail.example.com", 587, false, Optional.empty()));
    assertThat(read("smtps://mail.example.com/"))
        .isEqualTo(new SmtpUrl("mail.example.com", 465, true, Optional.empty()));
    assertThat(read("smtp://[::1]:25").host()).isEqualTo("::1");
  }

  @Test
  void readsALogin() {
    assertThat(read("smtp://a%40b:p%3A+%2F@localhost:1025"))
        .isEqualTo(
            new SmtpUrl("localhost", 1025, false, Optional.of(new SmtpUrl.Login("a@b", "p:+/"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mail.example.com:25",
        "http://mail.example.com",
        "smtp:mail.example.com",
        "smtp://",
        "smtp://mail.example.com:0",
        "smtp://mail.example.com:65536",
        "smtp://mail.example.com/inbox",
        "smtp://mail.example.com?tls=no",
        "smtp://mail.example.com#x",
        "smtp://hunter2@mail.example.com",
        "smtp://:hunter2@mail.example.com",
        "smtp://u:hunter2%@mail.example.com",
        "smtp://u:hunter2@mail server"
      })
  void refusesOthersWithoutRepeatingThem(String text) {
    assertThat(SmtpUrl.parse(text)).isInstanceOf(Parsed.Refused.class);
    assertThat(SmtpUrl.parse(text).toString()).doesNotContain("hunter2");
  }

  @Test
  void asksForTlsBeforeAPasswordLeavesTheMachine() {
    assertThat(read("smtp://u:p@mail.example.com").needsTls()).isTrue();
    assertThat(read("smtp://u:p@localhost").needsTls()).isFalse();
    assertThat(read("smtp://mail.example.com").needsTls()).isFalse();
  }

  @Test
  void keepsItsPasswordOutOfLogs() {
    assertThat(read("smtp://u:hunter2@mail.example.com").toString()).doesNotContain("hunter2");
  }
}
