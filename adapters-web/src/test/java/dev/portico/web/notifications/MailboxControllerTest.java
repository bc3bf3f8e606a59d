package dev.portico.web.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.notifications.Mail;
import dev.portico.domain.users.EmailAddress;
import dev.portico.testkit.TestTime;
import dev.portico.web.notifications.MailboxController.MailboxJson;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class MailboxControllerTest {

  private final MailboxMailer mailbox = new MailboxMailer(new TestTime());
  private final MailboxController controller = new MailboxController(mailbox);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/*",
        "application/json, */*;q=0.8",
        "text/html;q=0.5, application/json",
        "*/*, text/html;q=0.1"
      })
  void answersJsonToWhoPrefersIt(String accept) {
    var answer = controller.list(accept);

    assertThat(answer.getBody()).isInstanceOf(MailboxJson.class);
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*/*",
        "text/html",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "application/json;q=0.5, text/html",
        "application/json, text/html",
        "image/png",
        "no such type"
      })
  void showsAPageToEverybodyElse(String accept) {
    var answer = controller.list(accept);

    assertThat(answer.getHeaders().getContentType()).hasToString("text/html;charset=UTF-8");
  }

  @Test
  void showsAPageToWhoSaysNothing() {
    assertThat(controller.list(null).getBody()).isInstanceOf(byte[].class);
  }

  // EM-3
  @Test
  void showsWhatAMailSaysAndRunsNoneOfIt() {
    var evil = "</pre></title><script>alert(1)</script>";
    var id = new UUID(1, 2);
    var to = EmailAddress.parse("a'b&c@example.com").orThrow();
    mailbox.send(new Mail(id, to, evil, evil + "\n", Optional.of(evil + "\n")));

    for (var answer : List.of(controller.list("text/html"), controller.mail(id.toString()))) {
      assertThat(new String((byte[]) answer.getBody(), UTF_8))
          .contains("&lt;script&gt;", "a&#39;b&amp;c@example.com")
          .doesNotContain("<script", "</pre></title>");
    }
    assertThat(controller.html(id.toString()).getHeaders().getFirst("Content-Security-Policy"))
        .endsWith("; sandbox")
        .startsWith("default-src 'none'");
  }
}
