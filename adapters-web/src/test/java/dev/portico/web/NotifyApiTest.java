package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.notifications.port.InMemoryMailer;
import dev.portico.application.notifications.port.Mailer;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.shared.Task;
import dev.portico.testkit.PortOverrides;
import dev.portico.testkit.TestTasks;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking for news. */
@ApiTest
class NotifyApiTest {

  private final ServiceUnderTest service;

  NotifyApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  private static String newAddress() {
    return uniqueName() + "@example.com";
  }

  private TestResponse request(String email, String... headers) {
    return service.client().post("/notify", json("email", email), headers);
  }

  /** Does what is owed and says what it was. */
  private static List<Task> mailsOwedTo(String email, TestTasks tasks) {
    var owed =
        tasks.pending().stream().filter(task -> task.payload().equalsIgnoreCase(email)).toList();
    tasks.runAll();
    return owed;
  }

  @Test
  void owesAMail(TestTasks tasks) {
    tasks.hold();
    var email = newAddress();

    request(email).expectStatus(200).expectJson("/status", "sent");

    assertThat(mailsOwedTo(email, tasks))
        .extracting(Task::kind)
        .containsExactly("subscription-mail");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "alice", "alice@example.com,bob@example.com", "Alice <alice@example.com>"})
  void refusesWhatIsNoAddress(String email) {
    request(email).expectStatus(422).expectErrorsAt("/email");
  }

  @Test
  void refusesABodyWithoutAnAddressOrWithMore() {
    service.client().post("/notify", json()).expectStatus(422).expectErrorsAt("/email");
    service
        .client()
        .post("/notify", json("email", newAddress(), "text", "Buy now"))
        .expectStatus(422)
        .expectErrorsAt("/text");
  }

  @Test
  void limitsHowOftenAnAddressIsWrittenTo(TestTasks tasks) {
    tasks.hold();
    var email = newAddress();
    request(email).expectStatus(200);
    request(email.toUpperCase(Locale.ROOT)).expectStatus(200);
    request(email).expectStatus(200);

    var refused = request(email).expectStatus(429);

    assertThat(refused.text("/type")).endsWith("#too-many-requests");
    assertThat(Long.parseLong(refused.header("Retry-After").orElseThrow()))
        .isBetween(3_000L, 3_600L);
    assertThat(mailsOwedTo(email, tasks)).hasSize(3);
  }

  @Test
  void owesOneMailForARepetitionUnderOneKey(TestTasks tasks) {
    tasks.hold();
    var email = newAddress();
    var key = uniqueName();

    request(email, "Idempotency-Key", key).expectStatus(200);
    request(email, "Idempotency-Key", key)
        .expectStatus(200)
        .expectHeader("Idempotency-Replayed", "true");

    assertThat(mailsOwedTo(email, tasks)).hasSize(1);
  }

  private TestResponse confirm(String code) {
    return service.client().post("/notify/confirm", json("token", code));
  }

  /** EM-2: by the press of a button, once, and by the last code alone. */
  @Test
  void subscribesWhoAgreesByTheCodeFromTheMail(PortOverrides ports) {
    var mailer = new InMemoryMailer();
    ports.override(Mailer.class, mailer);
    var email = newAddress();
    request(email).expectStatus(200);
    request(email).expectStatus(200);
    var codes = mailer.sent().stream().map(NotifyApiTest::codeIn).toList();

    service.client().get("/confirm-subscription?token=" + codes.getLast()).expectStatus(200);
    service.client().send("GET", "/notify/confirm").expectStatus(405);
    confirm(codes.getFirst()).expectStatus(400);
    confirm(codes.getLast()).expectStatus(204);
    assertThat(confirm(codes.getLast()).expectStatus(400).text("/type")).endsWith("#invalid-code");
  }

  private static String codeIn(Mail mail) {
    var text = mail.text();
    int begin =
        text.indexOf("/confirm-subscription#token=") + "/confirm-subscription#token=".length();
    return text.substring(begin, text.indexOf('\n', begin));
  }

  @Test
  void refusesWhatIsNoCode() {
    confirm("x").expectStatus(422).expectErrorsAt("/token");
    confirm("pc_" + "A".repeat(43)).expectStatus(400);
  }
}
