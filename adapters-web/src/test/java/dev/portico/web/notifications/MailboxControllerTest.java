package dev.portico.web.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.testkit.TestTime;
import dev.portico.web.notifications.MailboxController.MailboxJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class MailboxControllerTest {

  private final MailboxController controller =
      new MailboxController(new MailboxMailer(new TestTime()));

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
}
