package dev.portico.domain.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.domain.users.EmailAddress;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

  private static final EmailAddress ALICE = EmailAddress.parse("alice@example.com").orThrow();

  private static Mail mail(EmailAddress to, String subject, String text) {
    return new Mail(new UUID(1, 1), to, subject, text);
  }

  @Test
  void keepsWhatItIsMadeOf() {
    assertThat(mail(ALICE, "é".repeat(200), "a\n\nb\n").text()).isEqualTo("a\n\nb\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice@example.com\r\nBcc: eve@example.com",
        "Alice <alice@example.com>",
        "alice@example.com,eve@example.com",
        "alice",
        "alice@EXAMPLE.com",
        // EM-1: as bytes of ISO 8859-1 they end a line (CVE-2025-7962).
        "alice\u560d\u560aRCPT@example.com",
        "alice\u760d\u760aRCPT@example.com",
        "alice@example.com\u560d\u560a",
        "\"alice\\\" x\"@example.com",
        "alice(comment)@example.com",
        "alice%0d%0aBcc:eve@example.com@example.com"
      })
  void refusesWhatIsNoAddress(String to) {
    assertThatThrownBy(() -> mail(new EmailAddress(to), "subject", "text\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a\r\nBcc: eve@example.com", "a\nb", "a\0", "a\u2028b", "a\u202eb"})
  void refusesSubjectsThatAreNoLine(String subject) {
    assertThatThrownBy(() -> mail(ALICE, subject, "text\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesALongSubject() {
    assertThatThrownBy(() -> mail(ALICE, "é".repeat(201), "text\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no line", "a\r\n", "a\0\n", "\ud800\n"})
  void refusesTextsThatAreNoLines(String text) {
    assertThatThrownBy(() -> mail(ALICE, "subject", text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<p>no line</p>", "<p>\r\n", "\0\n"})
  void refusesHtmlThatIsNoLines(String html) {
    assertThatThrownBy(
            () -> new Mail(new UUID(1, 1), ALICE, "subject", "text\n", Optional.of(html)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesMoreThanAMailHolds() {
    var longest = "x".repeat(Mail.MAX_TEXT - 1) + "\n";

    assertThat(mail(ALICE, "subject", longest).html()).isEmpty();
    assertThatThrownBy(() -> mail(ALICE, "subject", "x" + longest))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsAddressAndTextOutOfLogs() {
    assertThat(mail(ALICE, "Welcome", "hush\n").toString())
        .contains("00000000-0000-0001-0000-000000000001", "Welcome")
        .doesNotContain("alice", "hush");
  }
}
