package dev.portico.web.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.Rejected;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.EmailAddress;
import dev.portico.testkit.TestTime;
import dev.portico.web.shared.MailSettings;
import dev.portico.web.shared.SmtpUrl;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to a mail server, line by line, and what becomes of what it answers. */
@Timeout(30)
class SmtpConversationTest {

  private static final UUID ID = new UUID(1, 2);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String ATTACK =
      "x\n.\nMAIL FROM:<eve@evil.example>\nRCPT TO:<victim@example.com>\nDATA\nspam\n.\n";

  private static Mail mail(String to, String subject, String text) {
    return new Mail(ID, new EmailAddress(to), subject, text, Optional.of("<p>" + text));
  }

  private static Mail mail() {
    return mail("alice@example.com", "subject", "text\n");
  }

  private static void send(RecordingSmtpServer server, Mail mail, Duration patience) {
    var url = SmtpUrl.parse("smtp://127.0.0.1:" + server.port()).orThrow();
    var settings = new MailSettings.Server(url, "portico@portico.example");
    new SmtpMailer(settings, new TestTime(), patience).send(mail);
  }

  private static void assertOneMail(RecordingSmtpServer server, String to) {
    assertThat(server.commands("MAIL")).containsExactly("C MAIL FROM:<portico@portico.example>");
    assertThat(server.commands("RCPT")).containsExactly("C RCPT TO:<" + to + ">");
    assertThat(server.commands("DATA")).hasSize(1);
    assertThat(server.lines()).filteredOn(line -> line.startsWith("D To:")).hasSize(1);
    assertThat(server.lines()).filteredOn(line -> line.startsWith("D Subject:")).hasSize(1);
    assertThat(server.lines()).noneMatch(line -> line.matches("(?i)D B?cc:.*"));
  }

  @ParameterizedTest
  @DisplayName("EM-1: isAboutOneMailToOnePerson")
  @ValueSource(
      strings = {
        "alice@example.com",
        "o'neil_{x}|y+z@example.museum",
        "a!#$%&*/=?^`~@xn--bcher-kva.example"
      })
  void isAboutOneMailToOnePerson(String to) throws IOException {
    try (var server = new RecordingSmtpServer(Map.of())) {
      send(server, mail(to, "subject", "text\n"), SmtpMailer.PATIENCE);

      assertOneMail(server, to);
    }
  }

  @ParameterizedTest
  @DisplayName("EM-1: neverBeginsWithWhatIsNoSingleAddress")
  @ValueSource(
      strings = {
        "alice@example.com\r\nBcc: eve@example.com",
        "alice@example.com>\r\nRCPT TO:<eve@example.com",
        "alice@example.com%0d%0aBcc:eve@example.com",
        "alice\u560d\u560aRCPT TO:<eve@example.com>@example.com",
        "alice\u760d\u760aRCPT@example.com",
        "alice@example.com,eve@example.com",
        "alice@example.com eve@example.com",
        "alice(eve@example.com)@example.com",
        "\"alice@x\"@example.com",
        "\"alice\\\"\r\n\"@example.com",
        "<alice@example.com>",
        "@evil.example:alice@example.com",
        "alice@[127.0.0.1]"
      })
  void neverBeginsWithWhatIsNoSingleAddress(String to) throws IOException {
    try (var server = new RecordingSmtpServer(Map.of())) {
      assertThat(EmailAddress.parse(to)).isInstanceOf(Parsed.Refused.class);
      assertThatThrownBy(() -> send(server, mail(to, "subject", "text\n"), SmtpMailer.PATIENCE))
          .isInstanceOf(IllegalArgumentException.class);

      assertThat(server.lines()).isEmpty();
    }
  }

  @Test
  @DisplayName("EM-1: saysADomainOfOtherLettersInAsciiOnly")
  void saysADomainOfOtherLettersInAsciiOnly() throws IOException {
    var domain = "alice@exam\u560d\u560aple.com";
    try (var server = new RecordingSmtpServer(Map.of())) {
      assertThatThrownBy(() -> mail(domain, "subject", "text\n"))
          .isInstanceOf(IllegalArgumentException.class);
      var ascii = EmailAddress.parse(domain).orThrow().text();

      send(server, mail(ascii, "subject", "text\n"), SmtpMailer.PATIENCE);

      assertThat(ascii).matches("alice@xn--[a-z0-9-]+\\.com");
      assertOneMail(server, ascii);
    }
  }

  @Test
  @DisplayName("EM-1: neverBeginsWithAnAddressThatIsTooLong")
  void neverBeginsWithAnAddressThatIsTooLong() throws IOException {
    var domain = "d".repeat(60) + ".";
    neverBeginsWithWhatIsNoSingleAddress("l".repeat(64) + "@" + domain.repeat(4) + "com");
  }

  @ParameterizedTest
  @DisplayName("EM-1: takesSubjectsForWordsOnly")
  @ValueSource(
      strings = {
        "hello \u560d\u560aBcc: eve@example.com",
        "hello \u760d\u760aBcc: eve@example.com",
        "=?utf-8?q?x=0d=0aBcc:_eve@example.com?=",
        "hello %0d%0aBcc: eve@example.com"
      })
  void takesSubjectsForWordsOnly(String subject) throws IOException {
    try (var server = new RecordingSmtpServer(Map.of())) {
      send(server, mail("alice@example.com", subject, "text\n"), SmtpMailer.PATIENCE);

      assertOneMail(server, "alice@example.com");
    }
  }

  @Test
  @DisplayName("EM-1: takesATextForTextOnly")
  void takesATextForTextOnly() throws IOException {
    try (var server = new RecordingSmtpServer(Map.of())) {
      send(server, mail("alice@example.com", "subject", ATTACK), SmtpMailer.PATIENCE);

      assertOneMail(server, "alice@example.com");
      assertThat(server.lines()).filteredOn("D .."::equals).hasSize(4);
    }
  }

  @Test
  @DisplayName("EM-1: writesLinesThatEveryServerTakes")
  void writesLinesThatEveryServerTakes() throws IOException {
    try (var server = new RecordingSmtpServer(Map.of())) {
      var text = "é🦊".repeat(3_000) + "\n";
      send(server, mail("alice@example.com", "é".repeat(200), text), SmtpMailer.PATIENCE);

      assertOneMail(server, "alice@example.com");
      assertThat(server.lines())
          .allMatch(line -> line.length() <= 80 && line.chars().allMatch(c -> c < 127));
    }
  }

  @ParameterizedTest
  @DisplayName("F14: triesAgainWhatMayBeTakenLater")
  @CsvSource({
    "GREETING,421 busy",
    "GREETING,554 no service",
    "MAIL,451 later",
    "MAIL,530 sign in first",
    "RCPT,450 greylisted <alice@example.com>",
    "RCPT,421 closing",
    "DATA,451 later",
    "END,452 full",
    "END,421 closing"
  })
  void triesAgainWhatMayBeTakenLater(String command, String answer) throws IOException {
    try (var server = new RecordingSmtpServer(Map.of(command, answer))) {
      assertThatThrownBy(() -> send(server, mail(), SmtpMailer.PATIENCE))
          .isInstanceOf(Unavailable.class)
          .message()
          .doesNotContain("alice");
    }
  }

  @ParameterizedTest
  @DisplayName("F14: givesUpWhatIsRefusedForGood")
  @CsvSource({
    "MAIL,553 not you",
    "RCPT,550 no such user <alice@example.com>",
    "RCPT,521 no mail here",
    "DATA,554 no",
    "END,554 spam"
  })
  void givesUpWhatIsRefusedForGood(String command, String answer) throws IOException {
    try (var server = new RecordingSmtpServer(Map.of(command, answer))) {
      assertThatThrownBy(() -> send(server, mail(), SmtpMailer.PATIENCE))
          .isInstanceOf(Rejected.class)
          .hasMessage("the mail server refuses this mail for good: " + answer.substring(0, 3));
    }
  }

  @ParameterizedTest
  @DisplayName("F14: waitsForNobodyWithoutEnd")
  @CsvSource({
    "GREETING,''",
    "GREETING,drip",
    "EHLO,''",
    "EHLO,drip",
    "RCPT,drip",
    "DATA,''",
    "END,drip"
  })
  void waitsForNobodyWithoutEnd(String command, String answer) throws IOException {
    try (var server = new RecordingSmtpServer(Map.of(command, answer))) {
      assertThatThrownBy(() -> send(server, mail(), SHORT))
          .isInstanceOf(Unavailable.class)
          .hasMessageStartingWith("the mail server took longer than");
    }
  }

  @ParameterizedTest
  @DisplayName("F14: sendsNothingTwiceForALastWord")
  @ValueSource(strings = {RecordingSmtpServer.SILENCE, RecordingSmtpServer.DRIP, "500 what?"})
  void sendsNothingTwiceForALastWord(String answer) throws IOException {
    try (var server = new RecordingSmtpServer(Map.of("QUIT", answer))) {
      send(server, mail(), SmtpMailer.PATIENCE);

      assertOneMail(server, "alice@example.com");
    }
  }

  @Test
  @DisplayName("F14: holdsAWorkerNoLongerThanTenSeconds")
  void holdsAWorkerNoLongerThanTenSeconds() {
    assertThat(SmtpMailer.PATIENCE).isEqualTo(Duration.ofSeconds(10));
  }
}
