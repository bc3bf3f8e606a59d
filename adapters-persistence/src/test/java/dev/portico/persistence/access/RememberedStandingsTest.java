package dev.portico.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.Standings;
import dev.portico.application.access.port.StandingsContract;
import dev.portico.application.users.port.Users;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class RememberedStandingsTest extends StandingsContract {

  @Override
  protected Standings standings(Sessions sessions, Users users, InstantSource time) {
    return new RememberedStandings(sessions, users, time);
  }

  @Test
  void asksNobodyWithinTheAge() {
    var standings = standings(fakes.sessions, fakes.users, fakes.time);
    assertThat(standings.of(session.id())).isPresent();

    fakes.sessions.endAll(session.user());
    fakes.time.advance(Standings.AGE.minusMillis(1));

    assertThat(standings.of(session.id())).isPresent();
  }

  // F17
  @Test
  void looksAgainWhereTheClockWasSetBack() {
    var standings = standings(fakes.sessions, fakes.users, fakes.time);
    assertThat(standings.of(session.id())).isPresent();

    fakes.sessions.endAll(session.user());
    fakes.time.freeze(fakes.time.instant().minus(Duration.ofHours(1)));

    assertThat(standings.of(session.id())).isEmpty();
  }
}
