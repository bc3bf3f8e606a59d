package dev.portico.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.notifications.ConfirmSubscription;
import dev.portico.application.notifications.RequestSubscription;
import dev.portico.application.shared.RunDueTask;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.notifications.Subscription;
import dev.portico.domain.shared.TaskLane;
import dev.portico.domain.users.EmailAddress;
import org.junit.jupiter.api.Test;

/** Somebody enters an address for news; only who reads its mail can agree to that, and once. */
class SubscriptionStoryTest {

  private final Fakes fakes = new Fakes();
  private final Hexagon hexagon = fakes.hexagon();
  private final EmailAddress alice = EmailAddress.parse("alice@example.com").orThrow();

  @Test
  void beginsWithAMailAndAClick() {
    assertThat(request()).isEqualTo(new RequestSubscription.Outcome.Requested());
    assertThat(fakes.mailer.sent()).as("nothing is sent in the request").isEmpty();
    runTask();
    assertThat(fakes.subscriptions.isSubscribed(alice)).as("a wish is no consent").isFalse();

    var code = codeOfTheLastMail();
    assertThat(confirm(code)).isEqualTo(new ConfirmSubscription.Outcome.Confirmed());
    assertThat(fakes.subscriptions.isSubscribed(alice)).isTrue();
    assertThat(confirm(code)).isEqualTo(new ConfirmSubscription.Outcome.InvalidCode());
  }

  @Test
  void isNoWayToFloodSomebody() {
    for (int i = 0; i < 3; i++) {
      assertThat(request()).isEqualTo(new RequestSubscription.Outcome.Requested());
      runTask();
    }
    var first = codeOfMail(0);

    assertThat(request()).isInstanceOf(RequestSubscription.Outcome.TooMany.class);
    assertThat(fakes.mailer.sent()).hasSize(3);

    assertThat(confirm(first))
        .as("the last mail counts")
        .isEqualTo(new ConfirmSubscription.Outcome.InvalidCode());
    fakes.time.advance(Subscription.LIFETIME);
    assertThat(confirm(codeOfTheLastMail()))
        .as("for a day")
        .isEqualTo(new ConfirmSubscription.Outcome.InvalidCode());
    assertThat(request()).isEqualTo(new RequestSubscription.Outcome.Requested());
  }

  private RequestSubscription.Outcome request() {
    return hexagon
        .requestSubscription()
        .handle(new RequestSubscription.Command(alice, "192.0.2.1"));
  }

  private void runTask() {
    assertThat(hexagon.runDueTask().handle(new RunDueTask.Command(TaskLane.MAIL)))
        .isInstanceOf(RunDueTask.Outcome.Ran.class);
  }

  private ConfirmSubscription.Outcome confirm(OneTimeCode code) {
    return hexagon.confirmSubscription().handle(new ConfirmSubscription.Command(code));
  }

  private OneTimeCode codeOfTheLastMail() {
    return codeOfMail(fakes.mailer.sent().size() - 1);
  }

  private OneTimeCode codeOfMail(int number) {
    var text = fakes.mailer.sent().get(number).text();
    int begin = text.indexOf("#token=") + "#token=".length();
    return OneTimeCode.parse(text.substring(begin, text.indexOf('\n', begin))).orThrow();
  }
}
