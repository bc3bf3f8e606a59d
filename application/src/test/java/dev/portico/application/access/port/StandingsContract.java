package dev.portico.application.access.port;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.users.port.Users;
import dev.portico.domain.access.Client;
import dev.portico.domain.access.RefreshToken;
import dev.portico.domain.access.Session;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.access.SessionRule;
import dev.portico.domain.access.Standing;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everyone who knows the standings promises. */
public abstract class StandingsContract {

  protected final Fakes fakes = new Fakes();
  protected final Session session = session();

  /** Over these stores and this clock. */
  protected abstract Standings standings(Sessions sessions, Users users, InstantSource time);

  private Standings standings;

  @BeforeEach
  void open() {
    standings = standings(fakes.sessions, fakes.users, fakes.time);
  }

  private Session session() {
    var user = add(aUser().build());
    var session =
        Session.begin(
                new SessionId(new UUID(0x7000L, 0x8000000000000001L)),
                user.id(),
                new Client("192.0.2.1", ""),
                fakes.time.instant(),
                SessionRule.DEFAULT,
                new byte[RefreshToken.SECRET_BYTES],
                new byte[RefreshToken.SECRET_BYTES])
            .session();
    fakes.sessions.add(session);
    return session;
  }

  private User add(User user) {
    var _ = fakes.users.addIfFree(user, new PasswordHash("x"));
    return user;
  }

  private void assertNobodyStands() {
    assertThat(standings.of(session.id())).isEmpty();
  }

  private void assertSomebodyStands() {
    var user = fakes.users.find(session.user()).orElseThrow();
    assertThat(standings.of(session.id()))
        .contains(new Standing(session.id(), user, session.endsAt()));
  }

  @Test
  void knowWhoStandsBehindASession() {
    assertSomebodyStands();
  }

  @Test
  void knowNobodyBehindAnUnknownSession() {
    assertThat(standings.of(new SessionId(new UUID(1, 1)))).isEmpty();
  }

  // RF-7
  @Test
  void noticeTheEndOfASessionInTime() {
    assertSomebodyStands();

    fakes.sessions.endAll(session.user());
    fakes.time.advance(Standings.AGE);

    assertNobodyStands();
  }

  @Test
  void noticeTheEndOfASessionAtOnceWhenTold() {
    assertSomebodyStands();

    fakes.sessions.endAll(session.user());
    standings.forget(session.user());

    assertNobodyStands();
  }

  @Test
  void letNobodyStandAfterTheAbsoluteEnd() {
    fakes.time.freeze(session.endsAt().minusSeconds(1));
    assertSomebodyStands();

    fakes.time.advance(Duration.ofSeconds(1));

    assertNobodyStands();
  }
}
