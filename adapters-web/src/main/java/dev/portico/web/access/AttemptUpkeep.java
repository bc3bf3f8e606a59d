package dev.portico.web.access;

import dev.portico.application.access.ForgetLoginAttempts;
import dev.portico.application.shared.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has guesses at passwords forgotten that count no more, a bounded number each round. */
final class AttemptUpkeep {

  private static final int BATCHES = 10;
  private static final Logger LOG = LoggerFactory.getLogger(AttemptUpkeep.class);

  private final ForgetLoginAttempts forget;

  AttemptUpkeep(ForgetLoginAttempts forget) {
    this.forget = forget;
  }

  void round() {
    try {
      for (int i = 0; i < BATCHES && forgetSome(); i++) {}
    } catch (Unavailable away) {
      LOG.warn("Guesses at passwords are not forgotten now: {}", away.getMessage());
    }
  }

  /** True if there may be more. */
  private boolean forgetSome() {
    return switch (forget.handle(new ForgetLoginAttempts.Command())) {
      case ForgetLoginAttempts.Outcome.Forgotten(_, var more) -> more;
    };
  }
}
