package dev.portico.application.webhooks.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.webhooks.Reply;
import dev.portico.domain.webhooks.WebhookUrl;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every sender of messages promises. */
public abstract class WebhookSenderContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");

  /** What a receiver was sent. */
  public record Received(String id, String timestamp, String signature, String body) {}

  protected abstract WebhookSender sender();

  /** A receiver that answers with this status, and sends whoever is redirected to itself. */
  protected abstract WebhookUrl receiver(int status);

  /** What the receivers were sent, the earliest first. */
  protected abstract List<Received> received();

  /** Where a host's name leads to an address that is never called. */
  protected abstract WebhookUrl forbidden();

  private Reply send(WebhookUrl url) {
    return sender()
        .send(new WebhookSender.Message(url, "msg_1", NOON, "v1,a v1,b", "{\"text\":\"é 🦊\"}"));
  }

  @Test
  void sendsAMessageAsItIs() {
    assertThat(send(receiver(200)).isTaken()).isTrue();

    assertThat(received())
        .containsExactly(new Received("msg_1", "1705320000", "v1,a v1,b", "{\"text\":\"é 🦊\"}"));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 302, 400, 410, 429, 500})
  void saysWhatTheReceiverAnswered(int status) {
    assertThat(send(receiver(status))).isEqualTo(new Reply.Answered(status, Optional.empty()));

    assertThat(received()).hasSize(1);
  }

  @Test
  void callsNoForbiddenAddress() {
    assertThat(send(forbidden())).isEqualTo(new Reply.Failed(Reply.Failure.ADDRESS_REFUSED));

    assertThat(received()).isEmpty();
  }

  @Test
  void knowsAForbiddenAddress() {
    assertThat(sender().isForbidden(forbidden())).isTrue();
    assertThat(sender().isForbidden(receiver(200))).isFalse();
  }
}
