package dev.portico.application;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.events.RecordEvent;
import dev.portico.application.shared.RunDueTask;
import dev.portico.application.webhooks.DeliverWebhook;
import dev.portico.application.webhooks.EnableWebhook;
import dev.portico.application.webhooks.ListDeliveries;
import dev.portico.application.webhooks.RegisterWebhook;
import dev.portico.application.webhooks.ReplayDelivery;
import dev.portico.application.webhooks.RotateWebhookSecret;
import dev.portico.application.webhooks.SpreadEvents;
import dev.portico.application.webhooks.port.Deliveries;
import dev.portico.application.webhooks.port.WebhookSender.Message;
import dev.portico.domain.audit.AuditFilter;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.events.EventData;
import dev.portico.domain.events.EventName;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.shared.TaskLane;
import dev.portico.domain.users.AccountChange;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;
import dev.portico.domain.webhooks.Delivery;
import dev.portico.domain.webhooks.Reply;
import dev.portico.domain.webhooks.Webhook;
import dev.portico.domain.webhooks.WebhookUrl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Somebody has a program of theirs told what happens, whatever that program does. */
class WebhookStoryTest {

  private static final String URL = "https://hooks.example.com/portico";
  private static final Reply BUSY = new Reply.Answered(500, Optional.empty());

  private final Fakes fakes = new Fakes();
  private final Hexagon hexagon = fakes.hexagon();
  private final User alice = there(aUser().named("alice").build());
  private final Webhook webhook = registered(alice);

  private User there(User user) {
    var _ = fakes.users.addIfFree(user, new PasswordHash("x"));
    return user;
  }

  private Webhook registered(User owner) {
    var outcome =
        hexagon
            .registerWebhook()
            .handle(
                new RegisterWebhook.Command(
                    owner.id(),
                    WebhookUrl.parse(URL).orThrow(),
                    Set.of(DomainEvent.Type.EVENT_RECORDED),
                    Webhook.Scope.OWN,
                    Optional.empty()));
    assertThat(outcome).isInstanceOf(RegisterWebhook.Outcome.Registered.class);
    return ((RegisterWebhook.Outcome.Registered) outcome).webhook();
  }

  private void record(User owner, String name) {
    var _ =
        hexagon
            .recordEvent()
            .handle(
                new RecordEvent.Command(
                    owner.id(),
                    EventName.parse(name).orThrow(),
                    Optional.of(new EventData("{\"n\":1.50}"))));
  }

  private List<Message> received() {
    return fakes.webhookSender.received();
  }

  private Deliveries.Shown onlyDelivery() {
    var outcome =
        hexagon
            .listDeliveries()
            .handle(
                new ListDeliveries.Command(
                    alice.id(), webhook.id(), new PageRequest<>(10, Optional.empty())));
    var page = ((ListDeliveries.Outcome.Listed) outcome).page();
    assertThat(page.items()).hasSize(1);
    return page.items().getFirst();
  }

  private List<AuditKind> audited() {
    return fakes
        .auditLog
        .list(AuditFilter.ALL, new PageRequest<>(100, Optional.empty()))
        .items()
        .stream()
        .map(it -> it.event().kind())
        .toList();
  }

  @Test
  void isToldOnceOfWhatHappensToThem() {
    record(there(aUser().named("bob").build()), "not mine");
    record(alice, "signed up");

    WebhookRounds.run(hexagon);
    WebhookRounds.run(hexagon);

    assertThat(received()).hasSize(1);
    var message = received().getFirst();
    assertThat(message.body())
        .startsWith(
            "{\"type\":\"event.recorded\",\"timestamp\":\"2024-01-15T12:00:00Z\",\"data\":{")
        .contains("\"name\":\"signed up\",\"data\":{\"n\":1.50}")
        .doesNotContain("alice");
    assertThat(message.signature())
        .isEqualTo(webhook.secrets().present().sign(message.id(), message.at(), message.body()));
    assertThat(onlyDelivery().delivery().state()).isEqualTo(new Delivery.State.Delivered());
    assertThat(fakes.outbox.waiting()).isEmpty();
  }

  // WH-2
  @Test
  void isToldAgainUnderTheSameIdAtANewTime() {
    fakes.webhookSender.replyingNext(URL, BUSY);
    record(alice, "e");
    WebhookRounds.run(hexagon);
    assertThat(received()).hasSize(1);

    fakes.time.advance(Duration.ofSeconds(13));
    WebhookRounds.run(hexagon);

    assertThat(received()).hasSize(2);
    assertThat(received()).extracting(Message::id).containsOnly(received().getFirst().id());
    assertThat(received()).extracting(Message::body).containsOnly(received().getFirst().body());
    assertThat(received()).extracting(Message::at).doesNotHaveDuplicates();
    assertThat(received()).extracting(Message::signature).doesNotHaveDuplicates();
    assertThat(onlyDelivery().attempts())
        .extracting(it -> it.reply().isTaken())
        .containsExactly(false, true);
    assertThat(fakes.webhooks.find(webhook.id()).orElseThrow().failingSince()).isEmpty();
  }

  // WH-2, F15
  @Test
  void isDisabledWithNoticeAfterThreeDays() {
    fakes.webhookSender.replying(URL, BUSY);
    record(alice, "e");
    for (int i = 0; i < 2 * 24 * 4; i++) {
      WebhookRounds.run(hexagon);
      fakes.time.advance(Duration.ofMinutes(30));
    }

    assertThat(onlyDelivery().delivery().state()).isEqualTo(new Delivery.State.Dead());
    assertThat(onlyDelivery().attempts()).hasSizeBetween(11, 13);
    assertThat(fakes.webhooks.find(webhook.id()).orElseThrow().disabled())
        .contains(Webhook.Disabled.FAILING);
    assertThat(audited()).containsOnlyOnce(AuditKind.WEBHOOK_DISABLED);
    var _ = hexagon.runDueTask().handle(new RunDueTask.Command(TaskLane.MAIL));
    assertThat(fakes.mailer.sent())
        .hasSize(1)
        .allSatisfy(mail -> assertThat(mail.subject()).contains("webhook"));
    int before = received().size();
    record(alice, "unheard");
    WebhookRounds.run(hexagon);
    assertThat(received()).hasSize(before);
  }

  // WH-2
  @Test
  void isDisabledAtOnceWhenItSaysThatItIsGone() {
    fakes.webhookSender.replying(URL, new Reply.Answered(410, Optional.empty()));
    record(alice, "e");
    record(alice, "on its way already");
    WebhookRounds.run(hexagon);

    assertThat(fakes.webhooks.find(webhook.id()).orElseThrow().disabled())
        .contains(Webhook.Disabled.GONE);
    assertThat(received()).hasSize(1);
    assertThat(audited()).containsOnlyOnce(AuditKind.WEBHOOK_DISABLED);
  }

  @Test
  void isSentAgainWhatItMissedWhenItIsBack() {
    fakes.webhookSender.replyingNext(URL, new Reply.Answered(410, Optional.empty()));
    record(alice, "e");
    WebhookRounds.run(hexagon);
    var replay =
        new ReplayDelivery.Command(alice.id(), webhook.id(), onlyDelivery().delivery().id());
    assertThat(hexagon.replayDelivery().handle(replay))
        .isEqualTo(new ReplayDelivery.Outcome.Disabled());

    assertThat(hexagon.enableWebhook().handle(new EnableWebhook.Command(alice.id(), webhook.id())))
        .isInstanceOf(EnableWebhook.Outcome.Enabled.class);
    assertThat(hexagon.replayDelivery().handle(replay))
        .isInstanceOf(ReplayDelivery.Outcome.Owed.class);
    WebhookRounds.run(hexagon);

    assertThat(received())
        .hasSize(2)
        .extracting(Message::id)
        .containsOnly(received().getFirst().id());
    assertThat(onlyDelivery().delivery().state()).isEqualTo(new Delivery.State.Delivered());
  }

  // WH-1
  @Test
  void changesItsSecretWithoutMissingAnything() {
    var outcome =
        hexagon
            .rotateWebhookSecret()
            .handle(new RotateWebhookSecret.Command(alice.id(), webhook.id(), Optional.empty()));
    var rotated = ((RotateWebhookSecret.Outcome.Rotated) outcome).secret();
    record(alice, "e");
    WebhookRounds.run(hexagon);
    fakes.time.advance(Duration.ofHours(24));
    record(alice, "f");
    WebhookRounds.run(hexagon);

    var first = received().getFirst();
    var second = received().getLast();
    assertThat(first.signature().split(" "))
        .containsExactly(
            rotated.sign(first.id(), first.at(), first.body()),
            webhook.secrets().present().sign(first.id(), first.at(), first.body()));
    assertThat(second.signature()).isEqualTo(rotated.sign(second.id(), second.at(), second.body()));
  }

  @Test
  void isToldNothingMoreOnceItsOwnerIsDeactivated() {
    record(alice, "e");
    var admin = there(aUser().named("root").admin().build());
    var _ = fakes.users.change(alice.id(), new AccountChange(Optional.of(false), Optional.empty()));

    assertThat(WebhookRounds.run(hexagon)).isEmpty();
    assertThat(received()).isEmpty();
    assertThat(admin.active()).isTrue();
  }

  @Test
  void isNotToldByALeaseThatIsOver() {
    record(alice, "e");
    var _ = hexagon.spreadEvents().handle(new SpreadEvents.Command());
    var lease =
        fakes
            .deliveries
            .takeDue(Deliveries.Lane.STEADY, 1, fakes.time.instant(), Duration.ofSeconds(1))
            .getFirst();
    fakes.time.advance(Duration.ofSeconds(1));
    WebhookRounds.run(hexagon);

    // At least once: it is sent, and what came of it does not undo what the other has noted.
    assertThat(hexagon.deliverWebhook().handle(new DeliverWebhook.Command(lease)))
        .isInstanceOf(DeliverWebhook.Outcome.Attempted.class);
    assertThat(onlyDelivery().attempts()).hasSize(1);
  }
}
