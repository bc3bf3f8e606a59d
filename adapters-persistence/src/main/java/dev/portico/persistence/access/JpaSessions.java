package dev.portico.persistence.access;

import static dev.portico.persistence.shared.Statements.prepare;

import dev.portico.application.access.port.Sessions;
import dev.portico.domain.access.RefreshChain;
import dev.portico.domain.access.Session;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.users.UserId;
import dev.portico.persistence.shared.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions as rows of one table, which hold those that are not over and no other. */
final class JpaSessions implements Sessions {

  private static final String END_SURPLUS =
      """
      delete from sessions where id in (
        select id from sessions where user_id = :user
        order by last_used_at desc, id desc offset :most)
      """;

  private static final String OF_ACTIVE =
      """
      from SessionRow session
      where id = :id
        and exists (select 1 from UserRow user where user.id = session.userId and user.active)
      """;

  private static final String TURN =
      """
      update sessions
      set last_used_at = ?, number = ?, digest = ?, parent_digest = ?, wrapped = ?, turned_at = ?
      where id = ? and number = ? and digest = ?
      """;

  /** Skips rows that another node is at work on. */
  private static final String PURGE =
      """
      delete from sessions where id in (
        select id from sessions where last_used_at <= :idle or ends_at <= :now
        limit :most for update skip locked)
      """;

  private final PersistenceContext context;

  JpaSessions(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public void add(Session session) {
    var _ =
        context.write(statements -> {
          statements.insert(SessionRow.of(session));
          return statements
              .createNativeMutationQuery(END_SURPLUS)
              .setParameter("user", session.user().value())
              .setParameter("most", MOST_PER_USER)
              .executeUpdate();
        });
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return context
        .read(statements -> Optional.ofNullable(statements.get(SessionRow.class, id.value())))
        .map(SessionRow::toDomain);
  }

  @Override
  public Optional<Session> findOfActive(SessionId id) {
    return context
        .read(statements ->
            statements
                .createSelectionQuery(OF_ACTIVE, SessionRow.class)
                .setParameter("id", id.value())
                .uniqueResultOptional())
        .map(SessionRow::toDomain);
  }

  @Override
  public boolean turn(Session next) {
    return next.chain().turn().filter(turn -> turn(next, turn)).isPresent();
  }

  private boolean turn(Session next, RefreshChain.Turn turn) {
    int number = next.chain().number();
    return context.harmlessTwice(statements ->
        statements.doReturningWork(connection -> {
          try (var update =
              prepare(
                  connection,
                  TURN,
                  turn.at(),
                  number,
                  next.chain().digest(),
                  turn.parentDigest(),
                  turn.wrapped(),
                  turn.at(),
                  next.id().value(),
                  number - 1,
                  turn.parentDigest())) {
            return 1 == update.executeUpdate();
          }
        }));
  }

  @Override
  public List<Session> of(UserId user) {
    return context
        .read(statements ->
            statements
                .createSelectionQuery(
                    "from SessionRow where userId = :user order by lastUsedAt desc, id desc",
                    SessionRow.class)
                .setParameter("user", user.value())
                .list())
        .stream()
        .map(SessionRow::toDomain)
        .toList();
  }

  @Override
  public boolean end(SessionId id, UserId user) {
    return 1
        == context.write(statements ->
            statements
                .createMutationQuery("delete from SessionRow where id = :id and userId = :user")
                .setParameter("id", id.value())
                .setParameter("user", user.value())
                .executeUpdate());
  }

  @Override
  public void endAll(UserId user) {
    var _ =
        context.write(statements ->
            statements
                .createMutationQuery("delete from SessionRow where userId = :user")
                .setParameter("user", user.value())
                .executeUpdate());
  }

  @Override
  public void endOthers(UserId user, SessionId spared) {
    var _ =
        context.write(statements ->
            statements
                .createMutationQuery(
                    "delete from SessionRow where userId = :user and id <> :spared")
                .setParameter("user", user.value())
                .setParameter("spared", spared.value())
                .executeUpdate());
  }

  @Override
  public int purge(Instant idleSince, Instant now, int atMost) {
    return context.write(statements ->
        statements
            .createNativeMutationQuery(PURGE)
            .setParameter("idle", idleSince)
            .setParameter("now", now)
            .setParameter("most", atMost)
            .executeUpdate());
  }
}
