package dev.portico.application.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.notifications.ConfirmSubscription.Outcome;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.notifications.Subscription;
import dev.portico.domain.users.EmailAddress;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConfirmSubscriptionTest {

  private final Fakes fakes = new Fakes();
  private final EmailAddress alice = EmailAddress.parse("alice@example.com").orThrow();

  private OneTimeCode sent() {
    var command = new SendSubscriptionMail.Command(new UUID(1, 1), alice);
    var text =
        switch (fakes.hexagon().sendSubscriptionMail().handle(command)) {
          case SendSubscriptionMail.Outcome.Sent(var mail) -> mail.text();
        };
    int begin = text.indexOf("#token=") + "#token=".length();
    return OneTimeCode.parse(text.substring(begin, text.indexOf('\n', begin))).orThrow();
  }

  private Outcome confirm(OneTimeCode code) {
    return fakes.hexagon().confirmSubscription().handle(new ConfirmSubscription.Command(code));
  }

  @Test
  void subscribesWhoShowsTheCodeOnce() {
    var code = sent();
    assertThat(fakes.subscriptions.isSubscribed(alice)).isFalse();

    assertThat(confirm(code)).isEqualTo(new Outcome.Confirmed());

    assertThat(fakes.subscriptions.isSubscribed(alice)).isTrue();
    assertThat(confirm(code)).isEqualTo(new Outcome.InvalidCode());
  }

  @Test
  void takesTheCodeForADay() {
    var code = sent();
    fakes.time.advance(Subscription.LIFETIME);

    assertThat(confirm(code)).isEqualTo(new Outcome.InvalidCode());

    var another = sent();
    fakes.time.advance(Subscription.LIFETIME.minus(Duration.ofSeconds(1)));
    assertThat(confirm(code)).isEqualTo(new Outcome.InvalidCode());
    assertThat(confirm(another)).isEqualTo(new Outcome.Confirmed());
  }
}
