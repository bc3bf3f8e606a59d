package dev.portico.application.users;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.users.AppointFirstAdmin.Outcome;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.Username;
import org.junit.jupiter.api.Test;

class AppointFirstAdminTest {

  private final Fakes fakes = new Fakes();

  private Outcome appoint() {
    return fakes
        .hexagon()
        .appointFirstAdmin()
        .handle(
            new AppointFirstAdmin.Command(
                new Username("operator"),
                EmailAddress.parse("operator@example.com").orThrow(),
                new NewPassword(Password.parse("correct horse").orThrow())));
  }

  private void add(User user) {
    var _ = fakes.users.addIfFree(user, new PasswordHash("x"));
  }

  @Test
  void makesAnAdminWhereThereIsNone() {
    add(aUser().build());

    assertThat(appoint()).isInstanceOf(Outcome.Appointed.class);

    var kept = fakes.users.credentialsOf(SignInName.of("operator")).orElseThrow();
    assertThat(kept.user().isActingAdmin()).isTrue();
    assertThat(fakes.auditLog.kinds()).containsExactly(AuditKind.FIRST_ADMIN_APPOINTED);
    assertThat(appoint()).isEqualTo(new Outcome.NotNeeded());
  }

  @Test
  void promotesNobody() {
    add(aUser().named("operator").build());

    assertThat(appoint()).isEqualTo(new Outcome.UsernameHeld());
    assertThat(fakes.users.credentialsOf(SignInName.of("operator")).orElseThrow().user().roles())
        .isEmpty();
  }

  @Test
  void takesNobodysAddress() {
    add(aUser().withEmail("Operator@example.com").build());

    assertThat(appoint()).isEqualTo(new Outcome.EmailHeld());
  }

  @Test
  void isNotNeededBesideAnAdminWhoSleeps() {
    add(aUser().admin().inactive().build());

    assertThat(appoint()).isEqualTo(new Outcome.NotNeeded());
    assertThat(fakes.auditLog.kinds()).isEmpty();
  }
}
