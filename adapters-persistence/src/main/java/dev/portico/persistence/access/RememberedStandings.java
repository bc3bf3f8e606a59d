package dev.portico.persistence.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.Standings;
import dev.portico.application.users.port.Users;
import dev.portico.domain.access.Session;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.access.Standing;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Standings read from the stores and remembered in this process for a few seconds, those of
 * sessions that are over too: they never come back.
 */
final class RememberedStandings implements Standings {

  private static final int MOST_REMEMBERED = 100_000;

  private record Entry(Optional<UserId> user, Optional<Standing> standing, Instant readAt) {

    /** A clock that was set back must not keep an entry for longer. */
    boolean isFresh(Instant now) {
      return !now.isBefore(readAt) && now.isBefore(readAt.plus(AGE));
    }
  }

  private final Cache<SessionId, Entry> entries =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  private final Sessions sessions;
  private final Users users;
  private final InstantSource time;

  RememberedStandings(Sessions sessions, Users users, InstantSource time) {
    this.sessions = sessions;
    this.users = users;
    this.time = time;
  }

  @Override
  public Optional<Standing> of(SessionId id) {
    var known = entries.getIfPresent(id);
    var now = time.instant();
    if (known == null || !known.isFresh(now)) {
      known = read(id, now);
      entries.put(id, known);
    }
    return known.standing().filter(standing -> now.isBefore(standing.endsAt()));
  }

  /** As of before the reading: what changes meanwhile is not to be taken for known. */
  private Entry read(SessionId id, Instant now) {
    var session = sessions.find(id);
    var standing =
        session.flatMap(found ->
            users
                .find(found.user())
                .filter(User::active)
                .map(user -> new Standing(id, user, found.endsAt())));
    return new Entry(session.map(Session::user), standing, now);
  }

  @Override
  public void forget(UserId user) {
    entries.asMap().values().removeIf(entry -> entry.user().filter(user::equals).isPresent());
  }
}
