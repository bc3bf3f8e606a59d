package dev.portico.application.access;

import dev.portico.application.access.port.OneTimeCodes;
import dev.portico.application.shared.port.SecretGenerator;
import dev.portico.domain.access.CodeGrant;
import dev.portico.domain.access.CodePurpose;
import dev.portico.domain.access.OneTimeCode;
import java.time.InstantSource;

/** Makes a code for whoever is about to send it: it is told once, and kept nowhere. */
public final class IssueCode {

  private final OneTimeCodes codes;
  private final SecretGenerator secrets;
  private final InstantSource time;

  public IssueCode(OneTimeCodes codes, SecretGenerator secrets, InstantSource time) {
    this.codes = codes;
    this.secrets = secrets;
    this.time = time;
  }

  /** What the code is to be good for, and what it is to prove. */
  public record Command(CodePurpose purpose, CodeGrant grant) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Issued(OneTimeCode code) implements Outcome {}

    /** The user was sent enough of them for now, or is gone. */
    record Withheld() implements Outcome {}
  }

  public Outcome handle(Command command) {
    var code = new OneTimeCode(secrets.next(OneTimeCode.SECRET_BYTES));
    return codes.issue(command.purpose(), code, command.grant(), time.instant())
        ? new Outcome.Issued(code)
        : new Outcome.Withheld();
  }
}
