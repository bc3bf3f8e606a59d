package dev.portico.bootstrap;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.ChangedPorts;
import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.application.webhooks.port.WebhookSender;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.webhooks.Reply;
import dev.portico.domain.webhooks.Webhook;
import dev.portico.domain.webhooks.WebhookBuilder;
import dev.portico.domain.webhooks.WebhookUrl;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WebhookWorkerTest {

  private static final Duration PAUSE = Duration.ofMillis(10);

  private final Fakes fakes = new Fakes();
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();

  /** Receivers of which those with {@code bad} in their address never answer. */
  private final class Receivers implements WebhookSender {

    private final CountDownLatch told;

    Receivers(int good) {
      told = new CountDownLatch(good);
    }

    @Override
    public Reply send(Message message) {
      var url = message.url().text();
      if (!url.contains("bad")) {
        told.countDown();
        return new Reply.Answered(200, Optional.empty());
      }
      underWay.computeIfAbsent(url, _ -> new AtomicInteger()).incrementAndGet();
      await(letGo);
      return new Reply.Failed(Reply.Failure.TIMEOUT);
    }

    @Override
    public boolean isForbidden(WebhookUrl url) {
      return false;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private Webhook registered(String url) {
    var owner = aUser().build();
    assertThat(fakes.users.addIfFree(owner, new PasswordHash("x")).name()).isEqualTo("ADDED");
    var webhook = WebhookBuilder.aWebhook().withOwner(owner.id()).withUrl(url).build();
    assertThat(fakes.webhooks.addIfRoom(webhook, 1)).isTrue();
    return webhook;
  }

  private void happens(Webhook to, int times) {
    for (int i = 0; i < times; i++) {
      fakes.outbox.add(
          new DomainEvent(
              fakes.ids.next(),
              DomainEvent.Type.ITEM_CREATED,
              to.owner().value(),
              fakes.time.instant(),
              "{}"));
    }
  }

  private Hexagon hexagon(WebhookSender sender) {
    return Hexagon.over(ChangedPorts.with(fakes.ports(), WebhookSender.class, sender));
  }

  // F15: thirty of a hundred receivers hang, each with more waiting for it than it is sent at once.
  @Test
  void letsNoReceiverWaitForThoseThatHang() throws Exception {
    for (int i = 0; i < 30; i++) {
      happens(registered("https://bad" + i + ".example.com/"), 10);
    }
    for (int i = 0; i < 70; i++) {
      happens(registered("https://good" + i + ".example.com/"), 3);
    }
    var receivers = new Receivers(70 * 3);
    try (var _ = WebhookWorker.start(hexagon(receivers), PAUSE)) {
      assertThat(receivers.told.await(20, TimeUnit.SECONDS)).isTrue();

      assertThat(underWay).hasSizeLessThanOrEqualTo(30);
      assertThat(underWay.values()).allMatch(it -> it.get() <= 4);
      letGo.countDown();
    } finally {
      letGo.countDown();
    }
  }

  @Test
  void endsAfterThoseUnderWayAndBeginsNoOther() throws Exception {
    happens(registered("https://bad.example.com/"), 10);
    var worker = WebhookWorker.start(hexagon(new Receivers(0)), PAUSE);
    while (!underWay.containsKey("https://bad.example.com/")) {
      Thread.onSpinWait();
    }
    var closed = Thread.ofVirtual().start(worker::close);
    letGo.countDown();

    assertThat(closed.join(Duration.ofSeconds(20))).isTrue();
    assertThat(underWay.get("https://bad.example.com/").get()).isLessThan(10);
  }
}
