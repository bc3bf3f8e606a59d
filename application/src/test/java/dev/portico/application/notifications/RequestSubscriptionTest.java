package dev.portico.application.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.ChangedPorts;
import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.application.notifications.RequestSubscription.Outcome;
import dev.portico.application.notifications.port.Subscriptions;
import dev.portico.application.shared.RunDueTask;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.shared.TaskLane;
import dev.portico.domain.users.EmailAddress;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestSubscriptionTest {

  private final Fakes fakes = new Fakes();
  private final Hexagon hexagon = fakes.hexagon();

  private Outcome request(String email, String client) {
    return request(hexagon, email, client);
  }

  private static Outcome request(Hexagon hexagon, String email, String client) {
    return hexagon
        .requestSubscription()
        .handle(new RequestSubscription.Command(EmailAddress.parse(email).orThrow(), client));
  }

  private RunDueTask.Outcome runTask() {
    return hexagon.runDueTask().handle(new RunDueTask.Command(TaskLane.MAIL));
  }

  @Test
  void owesAMailAndSendsItLater() {
    assertThat(request("Alice@example.com", "a")).isEqualTo(new Outcome.Requested());
    assertThat(fakes.mailer.sent()).isEmpty();

    assertThat(runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);

    assertThat(fakes.mailer.sent())
        .hasSize(1)
        .allMatch(mail -> mail.to().text().equals("Alice@example.com"));
    assertThat(runTask()).isEqualTo(new RunDueTask.Outcome.NothingDue());
  }

  @Test
  void sendsEveryoneTheSameTextButForTheCode() {
    assertThat(request("alice@example.com", "a")).isEqualTo(new Outcome.Requested());
    assertThat(request("bob@example.com", "a")).isEqualTo(new Outcome.Requested());
    assertThat(runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);
    assertThat(runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);

    assertThat(fakes.mailer.sent().stream().map(Mail::text).distinct()).hasSize(2);
    assertThat(
            fakes.mailer.sent().stream()
                .map(mail -> mail.text().replaceAll("#token=\\S+", ""))
                .distinct())
        .hasSize(1);
    assertThat(fakes.mailer.sent().stream().map(Mail::subject).distinct()).hasSize(1);
    assertThat(fakes.mailer.sent().stream().map(Mail::id).distinct()).hasSize(2);
  }

  @Test
  void saysHowLongToWaitAndOwesNothing() {
    for (int i = 0; i < 3; i++) {
      assertThat(request("alice@example.com", "a")).isEqualTo(new Outcome.Requested());
    }
    fakes.time.advance(Duration.ofMinutes(10));

    assertThat(request("alice@example.com", "b"))
        .isEqualTo(new Outcome.TooMany(Duration.ofMinutes(50)));
    assertThat(fakes.taskQueue.waiting(10)).hasSize(3);

    fakes.time.advance(Duration.ofMinutes(50));
    assertThat(request("alice@example.com", "b")).isEqualTo(new Outcome.Requested());
  }

  @Test
  void limitsAClient() {
    for (int i = 0; i < 20; i++) {
      assertThat(request("user" + i + "@example.com", "a")).isEqualTo(new Outcome.Requested());
    }

    assertThat(request("late@example.com", "a"))
        .isEqualTo(new Outcome.TooMany(Duration.ofHours(1)));
    assertThat(request("late@example.com", "b")).isEqualTo(new Outcome.Requested());
  }

  @Test
  void owesNothingWhereRecordingFails() {
    var broken =
        (Subscriptions)
            Proxy.newProxyInstance(
                Subscriptions.class.getClassLoader(),
                new Class<?>[] {Subscriptions.class},
                (_, _, _) -> {
                  throw new IllegalStateException("on purpose");
                });
    var other = Hexagon.over(ChangedPorts.with(fakes.ports(), Subscriptions.class, broken));

    assertThatThrownBy(() -> request(other, "alice@example.com", "a")).hasMessage("on purpose");
    assertThat(fakes.taskQueue.waiting(10)).isEmpty();
  }
}
