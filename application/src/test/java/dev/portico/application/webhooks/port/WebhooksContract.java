package dev.portico.application.webhooks.port;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.OwnerGone;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import dev.portico.domain.webhooks.Secrets;
import dev.portico.domain.webhooks.Webhook;
import dev.portico.domain.webhooks.Webhook.Scope;
import dev.portico.domain.webhooks.WebhookBuilder;
import dev.portico.domain.webhooks.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of webhooks promises. A fresh, empty store for each test. */
public abstract class WebhooksContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");

  private int count;

  protected abstract Webhooks webhooks();

  protected abstract Transactions transactions();

  /** Lets there be this user. */
  protected abstract void add(User user);

  private User owner() {
    return there(aUser().build());
  }

  private User there(User user) {
    add(user);
    return user;
  }

  private WebhookBuilder webhookOf(User owner) {
    return WebhookBuilder.aWebhook().withOwner(owner.id()).createdAt(NOON.plusSeconds(count++));
  }

  private Webhook added(WebhookBuilder builder) {
    var webhook = builder.build();
    assertThat(webhooks().addIfRoom(webhook, 100)).isTrue();
    return webhook;
  }

  private static DomainEvent event(DomainEvent.Type type, UserId owner) {
    return new DomainEvent(new UUID(0x7000L, 1), type, owner.value(), NOON, "{}");
  }

  @Test
  void findsAWebhookAsItWasAdded() {
    var webhook =
        added(
            webhookOf(owner())
                .withEvents(DomainEvent.Type.ITEM_CREATED, DomainEvent.Type.PAYMENT_DECLINED));

    assertThat(webhooks().find(webhook.id())).contains(webhook);
    assertThat(webhooks().find(new WebhookId(new UUID(0x7000L, 99)))).isEmpty();
  }

  @Test
  void keepsEverythingThatChanges() {
    var webhook = added(webhookOf(owner()));
    var next = WebhookBuilder.secret(7);
    var rotated = webhook.secrets().rotated(next, NOON).orElseThrow();

    assertThat(webhooks().change(webhook.id(), it -> it.with(rotated).gone(NOON)))
        .hasValueSatisfying(it -> assertThat(it.before()).isEqualTo(webhook));

    var found = webhooks().find(webhook.id()).orElseThrow();
    assertThat(found).isEqualTo(webhook.with(rotated).gone(NOON));
    assertThat(found.secrets().former())
        .containsExactly(
            new Secrets.Former(webhook.secrets().present(), NOON.plus(Duration.ofHours(24))));
  }

  @Test
  void changesNothingThatIsNotThere() {
    assertThat(webhooks().change(new WebhookId(new UUID(0x7000L, 99)), Webhook::enabled)).isEmpty();
  }

  @Test
  void addsNoMoreThanThereIsRoomFor() {
    var owner = owner();
    var _ = added(webhookOf(owner));

    assertThat(webhooks().addIfRoom(webhookOf(owner).build(), 2)).isTrue();
    assertThat(webhooks().addIfRoom(webhookOf(owner).build(), 2)).isFalse();
    assertThat(webhooks().addIfRoom(webhookOf(owner()).build(), 2)).isTrue();
    assertThat(webhooks().list(owner.id(), new PageRequest<>(10, Optional.empty())).items())
        .hasSize(2);
  }

  @Test
  void addsNoneToNobody() {
    var webhook = webhookOf(aUser().build()).build();

    assertThatThrownBy(() -> webhooks().addIfRoom(webhook, 100)).isInstanceOf(OwnerGone.class);
  }

  @Test
  void addsNoMoreThanThereIsRoomForAtOnce() throws Exception {
    var owner = owner();
    var webhooks = IntStream.range(0, 8).mapToObj(_ -> webhookOf(owner).build()).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          threads.invokeAll(
              webhooks.stream()
                  .<Callable<Boolean>>map(it -> () -> webhooks().addIfRoom(it, 3))
                  .toList());
      int room = 0;
      for (var one : all) {
        room += one.get() ? 1 : 0;
      }
      assertThat(room).isEqualTo(3);
    }
  }

  @Test
  void changesOneAfterTheOtherAtOnce() throws Exception {
    var webhook = added(webhookOf(owner()));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          threads.invokeAll(
              IntStream.rangeClosed(1, 4)
                  .<Callable<Boolean>>mapToObj(i -> () -> rotate(webhook, i))
                  .toList());
      for (var one : all) {
        assertThat(one.get()).isTrue();
      }
    }

    assertThat(webhooks().find(webhook.id()).orElseThrow().secrets().former()).hasSize(4);
  }

  private boolean rotate(Webhook webhook, int number) {
    var next = WebhookBuilder.secret(number);
    return webhooks()
        .change(webhook.id(), it -> it.with(it.secrets().rotated(next, NOON).orElseThrow()))
        .isPresent();
  }

  @Test
  void listsTheOwnersNewestFirstAPageAtATime() {
    var owner = owner();
    var all = IntStream.range(0, 5).mapToObj(_ -> added(webhookOf(owner))).toList().reversed();
    var _ = added(webhookOf(owner()));

    var first = webhooks().list(owner.id(), new PageRequest<>(3, Optional.empty()));
    var second = webhooks().list(owner.id(), new PageRequest<>(3, first.next()));

    assertThat(first.items()).isEqualTo(all.subList(0, 3));
    assertThat(second.items()).isEqualTo(all.subList(3, 5));
    assertThat(second.next()).isEmpty();
  }

  @Test
  void removesTheOwnersOnly() {
    var webhook = added(webhookOf(owner()));

    assertThat(webhooks().remove(owner().id(), webhook.id())).isFalse();
    assertThat(webhooks().remove(webhook.owner(), webhook.id())).isTrue();
    assertThat(webhooks().remove(webhook.owner(), webhook.id())).isFalse();
    assertThat(webhooks().find(webhook.id())).isEmpty();
  }

  @Test
  void undoesEverythingWithItsTransaction() {
    var webhook = webhookOf(owner()).build();

    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  assertThat(webhooks().addIfRoom(webhook, 100)).isTrue();
                  throw new IllegalStateException("on purpose");
                }))
        .hasMessage("on purpose");

    assertThat(webhooks().find(webhook.id())).isEmpty();
  }

  @Test
  void tellsOwnersOfTheirOwnBusinessOnly() {
    var owner = owner();
    var webhook = added(webhookOf(owner).withEvents(DomainEvent.Type.ITEM_CREATED));
    var _ = added(webhookOf(owner()).withEvents(DomainEvent.Type.ITEM_CREATED));
    var _ = added(webhookOf(owner).withEvents(DomainEvent.Type.ITEM_DELETED));

    assertThat(webhooks().subscribersOf(event(DomainEvent.Type.ITEM_CREATED, owner.id())))
        .containsExactly(webhook.id());
  }

  @Test
  void tellsAdministratorsOfEverybodysBusiness() {
    var admin = there(aUser().admin().build());
    var webhook =
        added(webhookOf(admin).withEvents(DomainEvent.Type.USER_REGISTERED).withScope(Scope.ALL));
    var _ =
        added(webhookOf(admin).withEvents(DomainEvent.Type.USER_REGISTERED).withScope(Scope.OWN));
    var _ =
        added(webhookOf(owner()).withEvents(DomainEvent.Type.USER_REGISTERED).withScope(Scope.ALL));

    assertThat(
            webhooks().subscribersOf(event(DomainEvent.Type.USER_REGISTERED, aUser().build().id())))
        .containsExactly(webhook.id());
    assertThat(webhooks().subscribersOf(event(DomainEvent.Type.USER_REGISTERED, admin.id())))
        .hasSize(2);
  }

  @Test
  void tellsNobodyWhoIsDeactivatedOrDisabled() {
    var gone = there(aUser().inactive().build());
    var _ = added(webhookOf(gone).withEvents(DomainEvent.Type.ITEM_CREATED));
    var owner = owner();
    var disabled = added(webhookOf(owner).withEvents(DomainEvent.Type.ITEM_CREATED));
    webhooks().change(disabled.id(), it -> it.gone(NOON));

    assertThat(
            List.of(gone, owner).stream()
                .flatMap(it ->
                    webhooks()
                        .subscribersOf(event(DomainEvent.Type.ITEM_CREATED, it.id()))
                        .stream()))
        .isEmpty();
  }
}
