package dev.portico.application.access;

import dev.portico.application.access.port.LoginAttempts;
import dev.portico.application.access.port.LoginAttempts.Admission;
import dev.portico.domain.access.AttemptRule;
import dev.portico.domain.access.LoginAttempt;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** How every door counts guesses: by one rule, in one place, at this moment. */
public record LoginThrottle(LoginAttempts attempts, AttemptRule rule, InstantSource time) {

  /** Counts a guess at whoever is called this, unless it is one too many. */
  Admission admit(SignInName name, Optional<UserId> user, String address) {
    return attempts.admit(LoginAttempt.of(name, user, address, time.instant(), rule));
  }

  /** How long somebody has to wait who asks for a mail too often; empty for all others. */
  Optional<Duration> holdReset(String address) {
    return switch (attempts.admit(LoginAttempt.ofReset(address, time.instant(), rule))) {
      case Admission.Admitted _ -> Optional.empty();
      case Admission.Held(var wait) -> Optional.of(wait);
    };
  }
}
