package dev.portico.application.access.port;

import dev.portico.application.users.port.Users;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.access.Standing;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Standings that remember nothing and look each time. */
public final class InMemoryStandings implements Standings {

  private final Sessions sessions;
  private final Users users;
  private final InstantSource time;
  private final List<UserId> forgotten = new CopyOnWriteArrayList<>();

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
  public void forget(UserId user) {
    forgotten.add(user);
  }

  /** Whom it was told to forget, in order: where something is remembered, nothing else helps. */
  public List<UserId> forgotten() {
    return List.copyOf(forgotten);
  }
}
