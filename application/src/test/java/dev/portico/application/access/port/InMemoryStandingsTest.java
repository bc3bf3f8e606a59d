package dev.portico.application.access.port;

import dev.portico.application.users.port.Users;
import java.time.InstantSource;

class InMemoryStandingsTest extends StandingsContract {

  @Override
  protected Standings standings(Sessions sessions, Users users, InstantSource time) {
    return new InMemoryStandings(sessions, users, time);
  }
}
