package dev.portico.web.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.portico.application.ChangedPorts;
import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.application.notifications.RequestSubscription;
import dev.portico.application.notifications.port.Mailer;
import dev.portico.application.notifications.port.MailerContract;
import dev.portico.application.shared.RunDueTask;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.shared.TaskLane;
import dev.portico.domain.users.EmailAddress;
import dev.portico.testkit.TestTime;
import dev.portico.web.shared.MailSettings;
import dev.portico.web.shared.SmtpUrl;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real conversation by SMTP, with a server in this process. */
class SmtpMailerTest extends MailerContract {

  private static final String FROM = "portico@portico.example";

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final TestTime time = new TestTime();

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private static MailSettings.Server at(String url) {
    return new MailSettings.Server(SmtpUrl.parse(url).orThrow(), FROM);
  }

  private Mailer mailer(String login) {
    return new SmtpMailer(at("smtp://" + login + "127.0.0.1:" + server.getSmtp().getPort()), time);
  }

  @Override
  protected Mailer mailer() {
    return mailer("");
  }

  @Override
  protected List<Mail> delivered() {
    return Arrays.stream(server.getReceivedMessages()).map(SmtpMailerTest::read).toList();
  }

  private static Mail read(MimeMessage message) {
    try {
      var name = message.getMessageID();
      var to = (InternetAddress) message.getRecipients(RecipientType.TO)[0];
      return new Mail(
          UUID.fromString(name.substring(1, name.indexOf('@'))),
          EmailAddress.parse(to.getAddress()).orThrow(),
          message.getSubject(),
          textOf(message),
          htmlOf(message));
    } catch (Exception unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static String textOf(MimeMessage message) throws Exception {
    return message.getContent() instanceof MimeMultipart parts
        ? textOf(parts.getBodyPart(0).getContent())
        // This server takes the last line's end for a part of the mark that ends the mail.
        : textOf(message.getContent()) + "\n";
  }

  private static Optional<String> htmlOf(MimeMessage message) throws Exception {
    return message.getContent() instanceof MimeMultipart parts
        ? Optional.of(textOf(parts.getBodyPart(1).getContent()))
        : Optional.empty();
  }

  private static String textOf(Object content) {
    return content.toString().replace("\r\n", "\n");
  }

  @Test
  void putsTheTextBeforeTheHtml() throws Exception {
    mailer().send(mail(1, "text é\n", "<p>html é</p>\n"));

    var message = server.getReceivedMessages()[0];
    assertThat(message.getContentType()).startsWith("multipart/alternative");
    var parts = (MimeMultipart) message.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      assertThat(parts.getBodyPart(i).getContentType())
          .isEqualTo("text/" + (i == 0 ? "plain" : "html") + "; charset=UTF-8");
      assertThat(parts.getBodyPart(i).getHeader("Content-Transfer-Encoding"))
          .containsExactly("quoted-printable");
    }
  }

  @Test
  void saysNothingToAServerThatNobodyVouchesFor() {
    var secret = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    secret.start();
    try {
      var url = "smtps://127.0.0.1:" + secret.getSmtps().getPort();

      assertThatThrownBy(() -> new SmtpMailer(at(url), time).send(mail(1, "text\n")))
          .isInstanceOf(Unavailable.class);

      assertThat(secret.getReceivedMessages()).isEmpty();
    } finally {
      secret.stop();
    }
  }

  @Test
  void saysWhoWritesAndThatItIsAMachine() throws Exception {
    mailer().send(mail(1, "text\n"));

    var message = server.getReceivedMessages()[0];
    assertThat(message.getFrom()).containsExactly(new InternetAddress(FROM));
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(message.getMessageID()).isEqualTo("<" + new UUID(0x7000L, 1) + "@portico.example>");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getSentDate()).isEqualTo(time.instant());
    assertThat(message.getContentType()).startsWith("text/plain");
  }

  @Test
  void signsInWhereItHasALogin() {
    server.setUser("portico", "p@ss:w/rd").setPassword("p@ss:w/rd");
    server.getManagers().getUserManager().setAuthRequired(true);

    mailer("portico:p%40ss%3Aw%2Frd@").send(mail(1, "text\n"));

    assertThat(delivered()).hasSize(1);
    assertThatThrownBy(() -> mailer("portico:wrong@").send(mail(2, "text\n")))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void refusesToSendAPasswordInTheClear() {
    assertThat(SmtpMailer.properties(at("smtp://u:p@mail.example.com")))
        .containsEntry("mail.smtp.starttls.required", "true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"smtp", "smtps"})
  void waitsForNobodyWithoutEnd(String protocol) {
    assertThat(SmtpMailer.properties(at(protocol + "://mail.example.com")))
        .containsEntry("mail." + protocol + ".connectiontimeout", "5000")
        .containsEntry("mail." + protocol + ".timeout", "8000")
        .containsEntry("mail." + protocol + ".writetimeout", "8000")
        .containsEntry("mail." + protocol + ".ssl.checkserveridentity", "true");
  }

  @Test
  void letsTheTaskBePutOffWhileTheServerIsAway() {
    var fakes = new Fakes();
    var mailer = mailer();
    var hexagon = Hexagon.over(ChangedPorts.with(fakes.ports(), Mailer.class, mailer));
    var email = EmailAddress.parse("alice@example.com").orThrow();
    assertThat(
            hexagon
                .requestSubscription()
                .handle(new RequestSubscription.Command(email, "127.0.0.1")))
        .isEqualTo(new RequestSubscription.Outcome.Requested());
    server.stop();

    assertThatThrownBy(() -> mailer.send(mail(1, "text\n"))).isInstanceOf(Unavailable.class);
    assertThat(hexagon.runDueTask().handle(new RunDueTask.Command(TaskLane.MAIL)))
        .isInstanceOf(RunDueTask.Outcome.PutOff.class);

    server.start();
    fakes.time.advance(Duration.ofMinutes(1));
    // Back, perhaps at another port.
    var again = Hexagon.over(ChangedPorts.with(fakes.ports(), Mailer.class, mailer()));
    assertThat(again.runDueTask().handle(new RunDueTask.Command(TaskLane.MAIL)))
        .isInstanceOf(RunDueTask.Outcome.Ran.class);
    assertThat(delivered()).hasSize(1).allMatch(mail -> mail.to().equals(email));
  }
}
