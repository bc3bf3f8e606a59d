package dev.portico.application.access.port;

import dev.portico.application.users.port.Users;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.access.Standing;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.time.InstantSource;
import java.util.Optional;

/** Standings that remember nothing and look each time. */
public final class InMemoryStandings implements Standings {

  private final Sessions sessions;
  private final Users users;
  private final InstantSource time;

  public InMemoryStandings(Sessions sessions, Users users, InstantSource time) {
    this.sessions = sessions;
    this.users = users;
    this.time = time;
  }

  @Override
  public Optional<Standing> of(SessionId id) {
    return sessions
        .find(id)
        .filter(session -> time.instant().isBefore(session.endsAt()))
        .flatMap(session ->
            users
                .find(session.user())
                .filter(User::active)
                .map(user -> new Standing(id, user, session.endsAt())));
  }

  @Override
  public void forget(UserId user) {}
}
