package dev.portico.persistence.users;

import dev.portico.application.users.port.Users.Credentials;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserFilter;
import dev.portico.domain.users.UserId;
import dev.portico.persistence.shared.NewestFirst;
import dev.portico.persistence.shared.PersistenceContext;
import java.util.List;
import org.hibernate.StatelessSession;

/** The lists of users, each cut by one row more than was asked for. */
final class UserPages {

  private final PersistenceContext context;

  UserPages(PersistenceContext context) {
    this.context = context;
  }

  Page<User, User.Position> active(PageRequest<User.Position> request) {
    var query = new NewestFirst<>(UserRow.class).where("active");
    request.after().ifPresent(after -> query.after(after.createdAt(), after.id().value()));
    return cut(context.read(session -> query.list(session, request.limit() + 1)), request);
  }

  Page<User, User.Position> found(UserFilter filter, PageRequest<User.Position> request) {
    return cut(context.read(session -> MemberQuery.list(session, filter, request)), request);
  }

  private static Page<User, User.Position> cut(
      List<UserRow> rows, PageRequest<User.Position> request) {
    return Page.cut(rows.stream().map(UserRow::toDomain).toList(), request.limit(), User::position);
  }

  Page<Credentials, UserId> all(PageRequest<UserId> request) {
    var rows = context.read(session -> following(session, request));
    return Page.cut(
        rows.stream().map(UserRow::toCredentials).toList(),
        request.limit(),
        row -> row.user().id());
  }

  private static List<UserRow> following(StatelessSession session, PageRequest<UserId> request) {
    var where = request.after().isPresent() ? "where id > :after " : "";
    var query =
        session.createSelectionQuery("from UserRow " + where + "order by id", UserRow.class);
    request.after().ifPresent(after -> query.setParameter("after", after.value()));
    return query.setMaxResults(request.limit() + 1).list();
  }
}
