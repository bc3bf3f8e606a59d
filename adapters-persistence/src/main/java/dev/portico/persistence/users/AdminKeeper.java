package dev.portico.persistence.users;

import dev.portico.application.users.port.Users.Appointment;
import dev.portico.application.users.port.Users.Changing;
import dev.portico.application.users.port.Users.Removal;
import dev.portico.domain.users.AccountChange;
import dev.portico.domain.users.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** What may make somebody an administrator or no longer one: a first one comes, the last stays. */
final class AdminKeeper {

  /** Those who are changed beside each other are taken one after the other, in order. */
  private static final String LOCK_ACTING_ADMINS =
      """
      select id from users where active and roles @> '{ADMIN}' order by id for no key update
      """;

  /** Nobody is added meanwhile, and of two who look for an administrator one waits. */
  private static final String LOCK_ALL = "lock table users in share row exclusive mode";

  private static final String ANY_ADMIN = "select 1 from users where roles @> '{ADMIN}' limit 1";

  private AdminKeeper() {}

  static Changing change(StatelessSession session, UserId id, AccountChange change) {
    var admins = lockActingAdmins(session);
    var row = locked(session, id);
    if (row.isEmpty()) {
      return new Changing.Unknown();
    }
    var before = row.get().toDomain();
    var after = change.of(before);
    if (admins.equals(List.of(id.value())) && !after.isActingAdmin()) {
      return new Changing.LastAdmin();
    }
    row.get().change(after);
    session.update(row.get());
    return new Changing.Changed(before, after);
  }

  /** Who is one, once nobody else is about to change that. */
  private static List<UUID> lockActingAdmins(StatelessSession session) {
    return session.createNativeQuery(LOCK_ACTING_ADMINS, UUID.class).list();
  }

  private static Optional<UserRow> locked(StatelessSession session, UserId id) {
    return session
        .createNativeQuery("select * from users where id = :id for no key update", UserRow.class)
        .setParameter("id", id.value())
        .uniqueResultOptional();
  }

  static Removal remove(StatelessSession session, UserId id) {
    if (lockActingAdmins(session).equals(List.of(id.value()))) {
      return Removal.LAST_ADMIN;
    }
    int removed =
        session
            .createMutationQuery("delete from UserRow where id = :id")
            .setParameter("id", id.value())
            .executeUpdate();
    return removed == 1 ? Removal.REMOVED : Removal.UNKNOWN;
  }

  static Appointment addFirst(StatelessSession session, UserRow admin) {
    var _ = session.createNativeMutationQuery(LOCK_ALL).executeUpdate();
    if (session.createNativeQuery(ANY_ADMIN, Integer.class).uniqueResultOptional().isPresent()) {
      return Appointment.ADMIN_THERE;
    }
    return switch (UserInsert.addIfFree(session, admin)) {
      case ADDED -> Appointment.ADDED;
      case USERNAME_HELD -> Appointment.USERNAME_HELD;
      case EMAIL_HELD -> Appointment.EMAIL_HELD;
    };
  }
}
