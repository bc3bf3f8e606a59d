package dev.portico.application.webhooks;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.application.webhooks.RegisterWebhook.Outcome;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;
import dev.portico.domain.webhooks.Webhook;
import dev.portico.domain.webhooks.WebhookUrl;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Webhooks come and go. */
class RegisterWebhookTest {

  private static final String URL = "https://hooks.example.com/portico";

  private final Fakes fakes = new Fakes();
  private final Hexagon hexagon = fakes.hexagon();
  private final User alice = there(aUser().named("alice").build());
  private final User bob = there(aUser().named("bob").build());

  private User there(User user) {
    var _ = fakes.users.addIfFree(user, new PasswordHash("x"));
    return user;
  }

  private Outcome register(User owner, String url, Webhook.Scope scope) {
    return hexagon
        .registerWebhook()
        .handle(
            new RegisterWebhook.Command(
                owner.id(),
                WebhookUrl.parse(url).orThrow(),
                Set.of(DomainEvent.Type.ITEM_CREATED),
                scope,
                Optional.empty()));
  }

  private Webhook registered(User owner) {
    return switch (register(owner, URL, Webhook.Scope.OWN)) {
      case Outcome.Registered(var webhook, var repeated) -> {
        assertThat(repeated).isFalse();
        yield webhook;
      }
      case Outcome other -> throw new AssertionError(other);
    };
  }

  private ViewWebhook.Outcome view(User viewer, Webhook webhook) {
    return hexagon.viewWebhook().handle(new ViewWebhook.Command(viewer.id(), webhook.id()));
  }

  private RemoveWebhook.Outcome remove(User owner, Webhook webhook) {
    return hexagon.removeWebhook().handle(new RemoveWebhook.Command(owner.id(), webhook.id()));
  }

  @Test
  void showsAWebhookToItsOwnerOnly() {
    var webhook = registered(alice);

    assertThat(view(alice, webhook)).isEqualTo(new ViewWebhook.Outcome.Found(webhook));
    assertThat(view(bob, webhook)).isEqualTo(new ViewWebhook.Outcome.NotFound());
    assertThat(list(alice).page().items()).containsExactly(webhook);
    assertThat(list(bob).page().items()).isEmpty();
    assertThat(fakes.auditLog.kinds()).containsExactly(AuditKind.WEBHOOK_REGISTERED);
  }

  private ListWebhooks.Outcome.Listed list(User owner) {
    return (ListWebhooks.Outcome.Listed)
        hexagon
            .listWebhooks()
            .handle(new ListWebhooks.Command(owner.id(), new PageRequest<>(10, Optional.empty())));
  }

  @Test
  void removesAWebhookForItsOwnerOnly() {
    var webhook = registered(alice);

    assertThat(remove(bob, webhook)).isEqualTo(new RemoveWebhook.Outcome.NotFound());
    assertThat(view(alice, webhook)).isInstanceOf(ViewWebhook.Outcome.Found.class);
    assertThat(remove(alice, webhook)).isEqualTo(new RemoveWebhook.Outcome.Removed());
    assertThat(remove(alice, webhook)).isEqualTo(new RemoveWebhook.Outcome.NotFound());

    assertThat(view(alice, webhook)).isEqualTo(new ViewWebhook.Outcome.NotFound());
    assertThat(fakes.auditLog.kinds())
        .containsExactly(AuditKind.WEBHOOK_REGISTERED, AuditKind.WEBHOOK_REMOVED);
  }

  // WH-3
  @Test
  void leadsNowhereButOutside() {
    assertThat(register(alice, "https://127.0.0.1/", Webhook.Scope.OWN))
        .isEqualTo(new Outcome.AddressRefused("must have a public name for its host"));
    assertThat(list(alice).page().items()).isEmpty();
  }

  @Test
  void tellsEverybodysBusinessToAdministratorsOnly() {
    var admin = there(aUser().named("root").admin().build());

    assertThat(register(alice, URL, Webhook.Scope.ALL)).isEqualTo(new Outcome.NotAdmin());
    assertThat(register(admin, URL, Webhook.Scope.ALL)).isInstanceOf(Outcome.Registered.class);
  }

  @Test
  void hasRoomForSoManyOfAUser() {
    for (int i = 0; i < Webhook.MOST_PER_USER; i++) {
      var _ = registered(alice);
    }

    assertThat(register(alice, URL, Webhook.Scope.OWN)).isEqualTo(new Outcome.TooMany());
    assertThat(register(bob, URL, Webhook.Scope.OWN)).isInstanceOf(Outcome.Registered.class);
  }
}
