package dev.portico.application.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.users.port.PasswordHasher.Match;
import dev.portico.domain.users.Password;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurePasswordTest {

  private final Fakes fakes = new Fakes();
  private final Password password = Password.parse("correct horse").orThrow();

  private SecuredPassword secure() {
    var command = new SecurePassword.Command(new NewPassword(password));
    return switch (fakes.hexagon().securePassword().handle(command)) {
      case SecurePassword.Outcome.Secured(var secured) -> secured;
    };
  }

  @Test
  void leavesAHashThatThePasswordMatches() {
    assertThat(fakes.passwordHasher.verify(password, Optional.of(secure().hash())))
        .isEqualTo(Match.MATCHES);
  }

  @Test
  void leavesAnotherHashEachTime() {
    assertThat(secure().hash()).isNotEqualTo(secure().hash());
  }
}
