package dev.portico.application.access.port;

import dev.portico.application.shared.OwnerGone;
import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.users.port.Users;
import dev.portico.domain.access.Session;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sessions in memory. */
public final class InMemorySessions implements Sessions {

  private static final Comparator<Session> LAST_USED_FIRST =
      Comparator.comparing(Session::lastUsedAt)
          .thenComparing(session -> session.id().toString())
          .reversed();

  private final InMemoryTable<SessionId, Session> rows;
  private final Users users;

  public InMemorySessions(InMemoryTransactions transactions, Users users) {
    rows = transactions.newTable();
    this.users = users;
  }

  @Override
  public void add(Session session) {
    if (users.find(session.user()).isEmpty()) {
      throw new OwnerGone("there is no such user");
    }
    rows.with(all -> {
      all.put(session.id(), session);
      sorted(all.values(), session.user())
          .skip(MOST_PER_USER)
          .forEach(surplus -> all.remove(surplus.id()));
      return session;
    });
  }

  private static Stream<Session> sorted(Collection<Session> all, UserId user) {
    return all.stream()
        .filter(session -> session.user().equals(user))
        .sorted(LAST_USED_FIRST)
        .toList()
        .stream();
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return rows.with(all -> Optional.ofNullable(all.get(id)));
  }

  @Override
  public Optional<Session> findOfActive(SessionId id) {
    return find(id).filter(session -> users.find(session.user()).filter(User::active).isPresent());
  }

  @Override
  public boolean turn(Session next) {
    return rows.with(all -> {
      var kept = all.get(next.id());
      if (kept == null || !next.follows(kept)) {
        return false;
      }
      all.put(next.id(), next);
      return true;
    });
  }

  @Override
  public List<Session> of(UserId user) {
    return rows.with(all -> sorted(all.values(), user).toList());
  }

  @Override
  public boolean end(SessionId id, UserId user) {
    return rows.with(all -> {
      var kept = all.get(id);
      return kept != null && kept.user().equals(user) && all.remove(id, kept);
    });
  }

  @Override
  public void endAll(UserId user) {
    rows.with(all -> all.values().removeIf(session -> session.user().equals(user)));
  }

  @Override
  public void endOthers(UserId user, SessionId spared) {
    rows.with(all ->
        all.values()
            .removeIf(session -> session.user().equals(user) && !session.id().equals(spared)));
  }

  @Override
  public int purge(Instant idleSince, Instant now, int atMost) {
    return rows.with(all -> {
      var over =
          all.values().stream()
              .filter(it -> !it.lastUsedAt().isAfter(idleSince) || !it.endsAt().isAfter(now))
              .limit(atMost)
              .map(Session::id)
              .toList();
      over.forEach(all::remove);
      return over.size();
    });
  }
}
