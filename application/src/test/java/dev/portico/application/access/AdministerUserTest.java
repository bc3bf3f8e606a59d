package dev.portico.application.access;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.domain.access.Client;
import dev.portico.domain.access.Notice;
import dev.portico.domain.access.RefreshToken;
import dev.portico.domain.access.Session;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.access.SessionRule;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.AccountChange;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.Role;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdministerUserTest {

  private static final AccountChange OFF = new AccountChange(Optional.of(false), Optional.empty());
  private static final AccountChange ON = new AccountChange(Optional.of(true), Optional.empty());
  private static final AccountChange DEMOTED =
      new AccountChange(Optional.empty(), Optional.of(Set.of()));
  private static final UserId NOBODY = new UserId(new UUID(9, 9));

  private final Fakes fakes = new Fakes();
  private final User admin = add(aUser().admin().build());
  private final User alice = add(aUser().build());
  private final SessionId session = signIn(alice);

  private User add(User user) {
    var _ = fakes.users.addIfFree(user, new PasswordHash("x"));
    return user;
  }

  private SessionId signIn(User user) {
    var begun =
        Session.begin(
            new SessionId(fakes.ids.next()),
            user.id(),
            new Client("192.0.2.1", ""),
            fakes.time.instant(),
            SessionRule.DEFAULT,
            fakes.secrets.next(RefreshToken.SECRET_BYTES),
            fakes.secrets.next(RefreshToken.SECRET_BYTES));
    fakes.sessions.add(begun.session());
    assertThat(fakes.standings.of(begun.session().id())).isPresent();
    return begun.session().id();
  }

  private AdministerUser.Outcome change(UserId id, AccountChange change) {
    return fakes
        .hexagon()
        .administerUser()
        .handle(new AdministerUser.Command(id, change, admin.id()));
  }

  private DeleteUser.Outcome delete(UserId id) {
    return fakes.hexagon().deleteUser().handle(new DeleteUser.Command(id, admin.id()));
  }

  private List<Notice> owed() {
    return fakes.taskQueue.waiting(10).stream()
        .map(it -> Notice.parse(it.task().payload()).orThrow())
        .toList();
  }

  @Test
  void owesTheOwnerANotice() {
    for (var change : List.of(OFF, OFF, ON, DEMOTED)) {
      assertThat(change(alice.id(), change)).isInstanceOf(AdministerUser.Outcome.Changed.class);
    }
    assertThat(delete(alice.id())).isEqualTo(new DeleteUser.Outcome.Deleted());

    assertThat(owed())
        .containsExactlyInAnyOrder(
            new Notice(Notice.Event.ACCOUNT_DEACTIVATED, alice.email()),
            new Notice(Notice.Event.ACCOUNT_CLOSED, alice.email()));
  }

  @Test
  void owesNobodyANoticeOfWhatIsNotDone() {
    assertThat(change(admin.id(), OFF)).isEqualTo(new AdministerUser.Outcome.OwnAccount());
    assertThat(delete(admin.id())).isEqualTo(new DeleteUser.Outcome.OwnAccount());
    assertThat(delete(NOBODY)).isEqualTo(new DeleteUser.Outcome.NotFound());

    assertThat(owed()).isEmpty();
  }

  @Test
  void signsOutWhoeverIsDeactivated() {
    assertThat(change(alice.id(), OFF))
        .isEqualTo(new AdministerUser.Outcome.Changed(OFF.of(alice)));

    assertThat(fakes.sessions.of(alice.id())).isEmpty();
    assertThat(fakes.standings.of(session)).isEmpty();
    assertThat(fakes.auditLog.kinds()).containsExactly(AuditKind.USER_DEACTIVATED);
  }

  @Test
  void signsNobodyOutWhoStaysActive() {
    var change = new AccountChange(Optional.of(true), Optional.of(Set.of(Role.ADMIN)));

    assertThat(change(alice.id(), change))
        .isEqualTo(new AdministerUser.Outcome.Changed(change.of(alice)));

    assertThat(fakes.standings.of(session).orElseThrow().user().has(Role.ADMIN)).isTrue();
    assertThat(fakes.auditLog.kinds()).containsExactly(AuditKind.ROLES_CHANGED);
  }

  @Test
  void tellsOnlyWhatHasChanged() {
    assertThat(change(alice.id(), ON)).isEqualTo(new AdministerUser.Outcome.Changed(alice));
    assertThat(change(alice.id(), OFF)).isInstanceOf(AdministerUser.Outcome.Changed.class);
    assertThat(change(alice.id(), OFF)).isInstanceOf(AdministerUser.Outcome.Changed.class);
    assertThat(change(alice.id(), ON)).isEqualTo(new AdministerUser.Outcome.Changed(alice));

    assertThat(fakes.auditLog.kinds())
        .containsExactly(AuditKind.USER_DEACTIVATED, AuditKind.USER_ACTIVATED);
  }

  @Test
  void keepsAdminsFromLockingThemselvesOut() {
    assertThat(add(aUser().admin().build()).isActingAdmin()).isTrue();

    assertThat(change(admin.id(), OFF)).isEqualTo(new AdministerUser.Outcome.OwnAccount());
    assertThat(change(admin.id(), DEMOTED)).isEqualTo(new AdministerUser.Outcome.OwnAccount());
    assertThat(delete(admin.id())).isEqualTo(new DeleteUser.Outcome.OwnAccount());
    assertThat(change(admin.id(), ON)).isEqualTo(new AdministerUser.Outcome.Changed(admin));
    assertThat(fakes.auditLog.kinds()).isEmpty();
  }

  @Test
  void keepsTheLastAdmin() {
    // Somebody has just deactivated who asks; on this node it is not known yet.
    var other = add(aUser().admin().build());
    assertThat(fakes.users.change(admin.id(), OFF)).isNotNull();

    assertThat(change(other.id(), DEMOTED)).isEqualTo(new AdministerUser.Outcome.LastAdmin());
    assertThat(delete(other.id())).isEqualTo(new DeleteUser.Outcome.LastAdmin());
    assertThat(fakes.auditLog.kinds()).isEmpty();
  }

  @Test
  void knowsNobodyElse() {
    assertThat(change(NOBODY, OFF)).isEqualTo(new AdministerUser.Outcome.NotFound());
    assertThat(delete(NOBODY)).isEqualTo(new DeleteUser.Outcome.NotFound());
  }

  @Test
  void signsOutWhoeverIsDeleted() {
    assertThat(delete(alice.id())).isEqualTo(new DeleteUser.Outcome.Deleted());

    assertThat(fakes.users.find(alice.id())).isEmpty();
    assertThat(fakes.sessions.of(alice.id())).isEmpty();
    assertThat(fakes.standings.of(session)).isEmpty();
    assertThat(fakes.auditLog.kinds()).containsExactly(AuditKind.USER_DELETED);
  }
}
