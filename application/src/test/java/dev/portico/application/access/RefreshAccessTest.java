package dev.portico.application.access;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.Fakes;
import dev.portico.application.access.RefreshAccess.Outcome;
import dev.portico.application.access.port.AccessTokens.Verification;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.audit.Audit;
import dev.portico.application.shared.RunDueTask;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.domain.access.Client;
import dev.portico.domain.access.Notice;
import dev.portico.domain.access.RefreshChain;
import dev.portico.domain.access.RefreshToken;
import dev.portico.domain.access.Session;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.access.SessionRule;
import dev.portico.domain.shared.TaskLane;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RefreshAccessTest {

  private final Fakes fakes = new Fakes();
  private final Password password = Password.parse("correct horse").orThrow();
  private final User alice = added(aUser().build());
  private final RefreshToken first = signIn();
  private int tries;

  private User added(User user) {
    var _ = fakes.users.addIfFree(user, fakes.passwordHasher.hash(password));
    return user;
  }

  private RefreshToken signIn() {
    var command =
        new SignIn.Command(
            SignInName.of(alice.username().text()), password, new Client("192.0.2.1", ""));
    return ((SignIn.Outcome.SignedIn) fakes.hexagon().signIn().handle(command)).tokens().refresh();
  }

  private Outcome refresh(RefreshToken token) {
    return fakes.hexagon().refreshAccess().handle(new RefreshAccess.Command(token));
  }

  private RefreshToken next(RefreshToken token) {
    return ((Outcome.Refreshed) refresh(token)).tokens().refresh();
  }

  private void afterTheGrace() {
    fakes.time.advance(RefreshChain.GRACE);
  }

  private RefreshToken parsed(String text) {
    return RefreshToken.parse(text).orThrow();
  }

  @Test
  void givesAPairForTheSameSession() {
    assertThat(refresh(parsed(first.reveal())))
        .isInstanceOfSatisfying(
            Outcome.Refreshed.class,
            refreshed -> {
              assertThat(refreshed.tokens().refresh()).isNotEqualTo(first);
              assertThat(fakes.accessTokens.verify(refreshed.tokens().access().value()))
                  .isEqualTo(new Verification.Genuine(alice.id(), first.session()));
            });
  }

  @Test
  void goesOnFromTokenToToken() {
    var token = first;
    for (int i = 0; i < 20; i++) {
      fakes.time.advance(Duration.ofDays(1));
      token = next(token);
    }

    assertThat(fakes.sessions.find(first.session()).orElseThrow().lastUsedAt())
        .isEqualTo(fakes.time.instant());
  }

  @Test
  void givesTheSameSuccessorForAMoment() {
    var second = next(first);
    fakes.time.advance(RefreshChain.GRACE.minusMillis(1));

    assertThat(next(first)).isEqualTo(second);
    assertThat(next(second)).isNotEqualTo(second);
  }

  // RF-1
  @Test
  void endsTheSessionOfAReplayedToken() {
    var second = next(first);
    var third = next(second);
    afterTheGrace();

    assertThat(refresh(first)).isEqualTo(new Outcome.Replayed());
    assertThat(refresh(third)).isEqualTo(new Outcome.Refused());
    assertThat(fakes.sessions.of(alice.id())).isEmpty();
  }

  @Test
  void endsTheSessionOfAReplayedParent() {
    var second = next(first);
    afterTheGrace();

    assertThat(refresh(first)).isEqualTo(new Outcome.Replayed());
    assertThat(refresh(second)).isEqualTo(new Outcome.Refused());
  }

  // RF-1
  @Test
  void owesTheOwnerOneNoticeOfAReplay() {
    var _ = next(first);
    assertThat(owed()).isEmpty();
    afterTheGrace();

    assertThat(refresh(first)).isEqualTo(new Outcome.Replayed());
    assertThat(refresh(first)).isEqualTo(new Outcome.Refused());

    assertThat(owed()).containsExactly(new Notice(Notice.Event.SESSION_ENDED, alice.email()));
    assertThat(fakes.hexagon().runDueTask().handle(new RunDueTask.Command(TaskLane.MAIL)))
        .isInstanceOf(RunDueTask.Outcome.Ran.class);
    assertThat(fakes.mailer.sent())
        .singleElement()
        .satisfies(mail -> assertThat(mail.to()).isEqualTo(alice.email()))
        .satisfies(mail -> assertThat(mail.subject()).isEqualTo("We ended a session of yours"));
  }

  private List<Notice> owed() {
    return fakes.taskQueue.waiting(10).stream()
        .map(it -> Notice.parse(it.task().payload()).orThrow())
        .toList();
  }

  // RF-1: two nodes see the replay at once, and one of them ends the session
  @Test
  void owesNothingWhereAnotherHasEndedTheSession() {
    var _ = next(first);
    afterTheGrace();
    var late =
        over(
            (Sessions)
                Proxy.newProxyInstance(
                    Sessions.class.getClassLoader(),
                    new Class<?>[] {Sessions.class},
                    (_, method, arguments) -> {
                      if (method.getName().equals("end")) {
                        fakes.sessions.endAll(alice.id());
                      }
                      return method.invoke(fakes.sessions, arguments);
                    }));

    assertThat(late.handle(new RefreshAccess.Command(first))).isEqualTo(new Outcome.Replayed());

    assertThat(owed()).isEmpty();
  }

  // RF-1: no notice without the end of the session, nor the other way round
  @Test
  void endsNothingWhereTheNoticeCannotBeOwed() {
    var _ = next(first);
    afterTheGrace();
    var full =
        (TaskQueue)
            Proxy.newProxyInstance(
                TaskQueue.class.getClassLoader(),
                new Class<?>[] {TaskQueue.class},
                (_, _, _) -> {
                  throw new IllegalStateException("no room for a task");
                });
    var refreshing = over(fakes.sessions, full);

    assertThatThrownBy(() -> refreshing.handle(new RefreshAccess.Command(first)))
        .hasMessage("no room for a task");

    assertThat(fakes.sessions.find(first.session())).isPresent();
  }

  // RF-3
  @Test
  void endsTheSessionOfAGrandparentWithinTheGrace() {
    var _ = next(next(first));

    assertThat(refresh(first)).isEqualTo(new Outcome.Replayed());
  }

  @Test
  void letsAMadeUpTokenEndNothing() {
    var other = signIn();
    var digits = first.reveal();
    var forged =
        parsed(
            digits.substring(0, 40)
                + (digits.charAt(40) == 'A' ? 'B' : 'A')
                + digits.substring(41));
    var _ = next(first);
    afterTheGrace();

    assertThat(refresh(forged)).isEqualTo(new Outcome.Refused());
    assertThat(fakes.sessions.find(first.session())).isPresent();
    assertThat(fakes.sessions.find(other.session())).isPresent();
  }

  // RF-4
  @Test
  void endsWhenIdle() {
    fakes.time.advance(SessionRule.DEFAULT.idle());

    assertThat(refresh(first)).isEqualTo(new Outcome.Refused());
  }

  // RF-4
  @Test
  void endsAbsolutelyHoweverMuchItIsUsed() {
    var token = first;
    var step = Duration.ofDays(10);
    for (int i = 1; i < 9; i++) {
      fakes.time.advance(step);
      token = next(token);
    }
    fakes.time.advance(step);

    assertThat(refresh(token)).isEqualTo(new Outcome.Refused());
  }

  @Test
  void refusesADeactivatedUser() {
    var gone =
        added(
            aUser()
                .withId(new UUID(0x7000L, 0x8000000000000077L))
                .named("gone")
                .inactive()
                .build());
    var begun =
        Session.begin(
            new SessionId(fakes.ids.next()),
            gone.id(),
            new Client("192.0.2.1", ""),
            fakes.time.instant(),
            SessionRule.DEFAULT,
            fakes.secrets.next(RefreshToken.SECRET_BYTES),
            fakes.secrets.next(RefreshToken.SECRET_BYTES));
    fakes.sessions.add(begun.session());

    assertThat(refresh(begun.token())).isEqualTo(new Outcome.Refused());
  }

  /** Over sessions that another request is about to exchange whenever this one wants to. */
  private RefreshAccess racing(UnaryOperator<Session> other) {
    var sessions =
        (Sessions)
            Proxy.newProxyInstance(
                Sessions.class.getClassLoader(),
                new Class<?>[] {Sessions.class},
                (_, method, arguments) -> {
                  if (method.getName().equals("turn")) {
                    var _ = fakes.sessions.turn(other.apply((Session) arguments[0]));
                    tries++;
                  }
                  return method.invoke(fakes.sessions, arguments);
                });
    return over(sessions);
  }

  private RefreshAccess over(Sessions sessions) {
    return over(sessions, fakes.taskQueue);
  }

  private RefreshAccess over(Sessions sessions, TaskQueue tasks) {
    return new RefreshAccess(
        sessions,
        fakes.standings,
        fakes.users,
        fakes.accessTokens,
        SessionRule.DEFAULT,
        fakes.secrets,
        tasks,
        fakes.transactions,
        fakes.ids,
        fakes.time,
        new Audit(fakes.auditLog, fakes.ids, fakes.time));
  }

  // RF-2
  @Test
  void givesTheSuccessorOfWhoeverWasQuicker() {
    var quicker = new AtomicReference<RefreshToken>();
    var racing =
        racing(_ -> {
          var session = fakes.sessions.find(first.session()).orElseThrow();
          var turned =
              (Session.Refresh.Turned)
                  session.refresh(
                      first,
                      fakes.time.instant(),
                      SessionRule.DEFAULT,
                      fakes.secrets.next(RefreshToken.SECRET_BYTES));
          quicker.set(turned.token());
          return turned.next();
        });

    assertThat(racing.handle(new RefreshAccess.Command(first)))
        .isInstanceOfSatisfying(
            Outcome.Refreshed.class,
            refreshed -> assertThat(refreshed.tokens().refresh()).isEqualTo(quicker.get()));
    assertThat(tries).isEqualTo(1);
  }

  @Test
  void refusesWhereItNeverSucceeds() {
    var kept = fakes.sessions.find(first.session()).orElseThrow();
    var sessions =
        (Sessions)
            Proxy.newProxyInstance(
                Sessions.class.getClassLoader(),
                new Class<?>[] {Sessions.class},
                (_, method, _) -> {
                  if (method.getName().equals("turn")) {
                    tries++;
                    return false;
                  }
                  return Optional.of(kept);
                });
    assertThat(over(sessions).handle(new RefreshAccess.Command(first)))
        .isEqualTo(new Outcome.Refused());
    assertThat(tries).isEqualTo(3);
  }

  @Test
  void refusesATokenOfAnUnknownSession() {
    fakes.sessions.endAll(alice.id());

    assertThat(refresh(first)).isEqualTo(new Outcome.Refused());
  }
}
