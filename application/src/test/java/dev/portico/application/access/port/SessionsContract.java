package dev.portico.application.access.port;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.OwnerGone;
import dev.portico.domain.access.Client;
import dev.portico.domain.access.RefreshToken;
import dev.portico.domain.access.Session;
import dev.portico.domain.access.Session.Refresh.Turned;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.access.SessionRule;
import dev.portico.domain.users.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of sessions promises. A fresh, empty store for each test. */
public abstract class SessionsContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");
  private static final Client CLIENT = new Client("192.0.2.1", "curl/8");

  private final User alice = aUser().build();
  private final User bob = aUser().build();

  /** The store, where these two users are known. */
  protected abstract Sessions sessions(User first, User second);

  private Sessions sessions() {
    return sessions(alice, bob);
  }

  private static byte[] secret(int number) {
    byte[] secret = new byte[RefreshToken.SECRET_BYTES];
    secret[0] = (byte) number;
    secret[1] = (byte) (number >> 8);
    return secret;
  }

  private static Session.Begun begun(int number, User user, Instant at) {
    var id = new SessionId(new UUID(0x7000L, 0x8000000000000000L + number));
    return Session.begin(
        id, user.id(), CLIENT, at, SessionRule.DEFAULT, secret(number), secret(number));
  }

  private static Session session(int number, User user, Instant at) {
    return begun(number, user, at).session();
  }

  private static Session turned(Session.Begun begun, Instant at, int number) {
    var turned =
        (Turned) begun.session().refresh(begun.token(), at, SessionRule.DEFAULT, secret(number));
    return turned.next();
  }

  @Test
  void findsASessionAsAdded() {
    var sessions = sessions();
    var session = session(1, alice, NOON);

    sessions.add(session);

    assertThat(sessions.find(session.id())).contains(session);
    assertThat(sessions.find(session(2, alice, NOON).id())).isEmpty();
  }

  @Test
  void findsASessionOfAnActiveUserOnly() {
    var gone = aUser().inactive().build();
    var sessions = sessions(alice, gone);
    var good = session(1, alice, NOON);
    var idle = session(2, gone, NOON);
    sessions.add(good);
    sessions.add(idle);

    assertThat(sessions.findOfActive(good.id())).contains(good);
    assertThat(sessions.findOfActive(idle.id())).isEmpty();
    assertThat(sessions.find(idle.id())).contains(idle);
    assertThat(sessions.findOfActive(session(3, alice, NOON).id())).isEmpty();
  }

  @Test
  void refusesASessionOfNobody() {
    var sessions = sessions();

    assertThatThrownBy(() -> sessions.add(session(1, aUser().build(), NOON)))
        .isInstanceOf(OwnerGone.class);
  }

  @Test
  void endsThoseNotUsedForLongestWhereThereAreTooMany() {
    var sessions = sessions();
    sessions.add(session(500, bob, NOON.minusSeconds(9)));
    IntStream.rangeClosed(0, Sessions.MOST_PER_USER)
        .forEach(i -> sessions.add(session(i, alice, NOON.plusSeconds(i))));

    assertThat(sessions.of(alice.id())).hasSize(Sessions.MOST_PER_USER);
    assertThat(sessions.find(session(0, alice, NOON).id())).isEmpty();
    assertThat(sessions.find(session(1, alice, NOON).id())).isPresent();
    assertThat(sessions.of(bob.id())).hasSize(1);
  }

  @Test
  void keepsWhatAnExchangeMadeOfASession() {
    var sessions = sessions();
    var begun = begun(1, alice, NOON);
    sessions.add(begun.session());
    var next = turned(begun, NOON.plusSeconds(60), 2);

    assertThat(sessions.turn(next)).isTrue();

    assertThat(sessions.find(next.id())).contains(next);
  }

  @Test
  void refusesTheExchangeOfATokenThatWasExchanged() {
    var sessions = sessions();
    var begun = begun(1, alice, NOON);
    sessions.add(begun.session());
    var first = turned(begun, NOON.plusSeconds(60), 2);
    assertThat(sessions.turn(first)).isTrue();

    assertThat(sessions.turn(turned(begun, NOON.plusSeconds(61), 3))).isFalse();
    assertThat(sessions.find(first.id())).contains(first);
  }

  @Test
  void refusesAnExchangeInASessionThatIsOver() {
    var sessions = sessions();

    assertThat(sessions.turn(turned(begun(1, alice, NOON), NOON, 2))).isFalse();
    assertThat(sessions.of(alice.id())).isEmpty();
  }

  // RF-2
  @Test
  void letsOneOfManyExchangesAtOnceSucceed() throws Exception {
    var sessions = sessions();
    var begun = begun(1, alice, NOON);
    sessions.add(begun.session());
    var results = new ArrayList<Future<Boolean>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 2; i < 42; i++) {
        var next = turned(begun, NOON.plusSeconds(60), i);
        Callable<Boolean> exchange = () -> sessions.turn(next);
        results.add(threads.submit(exchange));
      }
    }

    int successes = 0;
    for (var result : results) {
      successes += result.get() ? 1 : 0;
    }
    assertThat(successes).isEqualTo(1);
  }

  @Test
  void listsAUsersSessionsTheLastUsedFirst() {
    var sessions = sessions();
    var old = session(1, alice, NOON);
    var young = session(2, alice, NOON.plusSeconds(1));
    sessions.add(young);
    sessions.add(old);
    sessions.add(session(3, bob, NOON));

    assertThat(sessions.of(alice.id())).containsExactly(young, old);
  }

  @Test
  void endsASessionOfItsUserOnly() {
    var sessions = sessions();
    var session = session(1, alice, NOON);
    sessions.add(session);

    assertThat(sessions.end(session.id(), bob.id())).isFalse();
    assertThat(sessions.find(session.id())).contains(session);
    assertThat(sessions.end(session.id(), alice.id())).isTrue();
    assertThat(sessions.find(session.id())).isEmpty();
    assertThat(sessions.end(session.id(), alice.id())).isFalse();
  }

  @Test
  void endsAllOfAUserOrAllButOne() {
    var sessions = sessions();
    var spared = session(1, alice, NOON);
    sessions.add(spared);
    sessions.add(session(2, alice, NOON));
    sessions.add(session(3, bob, NOON));

    sessions.endOthers(alice.id(), spared.id());
    assertThat(sessions.of(alice.id())).containsExactly(spared);

    sessions.endAll(alice.id());
    assertThat(sessions.of(alice.id())).isEmpty();
    assertThat(sessions.of(bob.id())).hasSize(1);
  }

  @Test
  void forgetsNoMoreThanIsOverOrAsked() {
    var sessions = sessions();
    var later = NOON.plusSeconds(100);
    IntStream.range(0, 5).forEach(i -> sessions.add(session(i, alice, NOON)));
    var used = session(9, alice, later);
    sessions.add(used);

    assertThat(sessions.purge(NOON.minusSeconds(1), NOON, 10)).isZero();
    assertThat(sessions.purge(NOON, later, 3)).isEqualTo(3);
    assertThat(sessions.purge(NOON, later, 10)).isEqualTo(2);
    assertThat(sessions.of(alice.id())).containsExactly(used);
    assertThat(sessions.purge(NOON, used.endsAt(), 10)).isEqualTo(1);
  }
}
