package dev.portico.application.notifications.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.notifications.Mail;
import dev.portico.domain.users.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every mailer promises. */
public abstract class MailerContract {

  protected abstract Mailer mailer();

  /** What has arrived, read back from the other end; the id from the {@code Message-ID}. */
  protected abstract List<Mail> delivered();

  /** A mail of this number, in both forms. */
  protected static Mail mail(int number, String text, String html) {
    var plain = mail(number, text);
    return new Mail(plain.id(), plain.to(), plain.subject(), text, Optional.of(html));
  }

  /** A mail of this number. */
  protected static Mail mail(int number, String text) {
    return new Mail(
        new UUID(0x7000L, number),
        EmailAddress.parse("alice+news@example.com").orThrow(),
        "Welcome é 🦊",
        text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello Alice\n",
        "\n\nbetween empty lines\n\n",
        "Привет, Алиса 🦊\n",
        "a dot\n.\n..\n.com alone\n",
        "From the beginning\nSubject: no header\nBcc: eve@example.com\n",
        "  blanks before and behind  \n=20=3D\n"
      })
  void deliversAMailAsItIs(String text) {
    mailer().send(mail(1, text));

    assertThat(delivered()).containsExactly(mail(1, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Hello Alice &amp; Bob</p>\n",
        "<p>Привет, Алиса 🦊</p>\n.\n--\n",
        "------=_Part_0_1.1\nContent-Type: text/plain\n\nno part\n"
      })
  void deliversBothForms(String html) {
    var mail = mail(1, "Hello =3D Alice\n--x\n", html);

    mailer().send(mail);

    assertThat(delivered()).containsExactly(mail);
  }

  @Test
  void deliversALineOfAnyLength() {
    var text = "é".repeat(3_000) + "\n" + "x".repeat(3_000) + "\n";

    mailer().send(mail(1, text));

    assertThat(delivered()).containsExactly(mail(1, text));
  }

  @Test
  void deliversALongSubject() {
    var mail =
        new Mail(
            new UUID(1, 1),
            EmailAddress.parse("a@example.com").orThrow(),
            "é x".repeat(66),
            "text\n");

    mailer().send(mail);

    assertThat(delivered()).containsExactly(mail);
  }

  @Test
  void makesARepetitionRecognisable() {
    mailer().send(mail(1, "text\n"));
    mailer().send(mail(2, "text\n"));
    mailer().send(mail(1, "text\n"));

    assertThat(delivered().stream().map(Mail::id).distinct()).hasSize(2);
  }

  @Test
  void deliversManyAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < 10; i++) {
        var mail = mail(i, "text " + i + "\n");
        running.add(threads.submit(() -> mailer().send(mail)));
      }
      for (var done : running) {
        done.get();
      }
    }

    assertThat(delivered().stream().map(Mail::id).distinct()).hasSize(10);
  }
}
