package dev.portico.bootstrap;

import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.SocketClient;
import jakarta.mail.Multipart;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From a registration to the mail in somebody's box, with tasks run as in production. */
@Timeout(180)
class MailSystemTest {

  private static final long PATIENCE_MS = 30_000;

  private final GreenMail mails =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    mails.start();
  }

  @AfterEach
  void stop() {
    mails.stop();
  }

  @Test
  void welcomesWhoHasRegistered() throws Exception {
    var name = ServiceUnderTest.uniqueName();
    var smtpUrl = "smtp://127.0.0.1:" + mails.getSmtp().getPort();
    try (var running =
        PorticoOnTestDatabase.start(
            Map.of("SMTP_URL", smtpUrl, "MAIL_FROM", "portico@portico.example"))) {
      running.runTasks();
      new SocketClient(running.localUrl())
          .post(
              "/users/",
              json(
                  "username",
                  name,
                  "email",
                  name + "@example.com",
                  "password",
                  "correct horse battery"))
          .expectStatus(201);

      assertThat(mails.waitForIncomingEmail(PATIENCE_MS, 1)).isTrue();
    }
    var mail = mails.getReceivedMessages()[0];
    assertThat(mail.getAllRecipients()[0]).hasToString(name + "@example.com");
    assertThat(mail.getFrom()[0]).hasToString("portico@portico.example");
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    var parts = (Multipart) mail.getContent();
    assertThat(parts.getBodyPart(0).getContent().toString()).contains("Hello " + name);
    assertThat(parts.getBodyPart(1).getContent().toString()).contains("<p>Hello " + name);
  }
}
