package dev.portico.application.access;

import dev.portico.application.access.port.OneTimeCodes;
import dev.portico.application.access.port.Standings;
import dev.portico.application.audit.Audit;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.Users.EmailChange;
import dev.portico.domain.access.CodeGrant;
import dev.portico.domain.access.CodePurpose;
import dev.portico.domain.access.Notice;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.User;
import java.time.InstantSource;

/**
 * Notes that an address is the user's own, by a code that was sent to it: the account's address, or
 * the one that the user wants in its place, which it becomes.
 */
public final class VerifyEmail {

  private final OneTimeCodes codes;
  private final Users users;
  private final Standings standings;
  private final Transactions transactions;
  private final OweNotice owe;
  private final InstantSource time;
  private final Audit audit;

  public VerifyEmail(
      OneTimeCodes codes,
      Users users,
      Standings standings,
      TaskQueue tasks,
      Transactions transactions,
      IdGenerator ids,
      InstantSource time,
      Audit audit) {
    this.codes = codes;
    this.users = users;
    this.standings = standings;
    this.transactions = transactions;
    this.owe = new OweNotice(tasks, ids, time);
    this.time = time;
    this.audit = audit;
  }

  /** What came by mail. */
  public record Command(OneTimeCode code) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** The account's address is this one now, and verified. */
    record Verified(CodeGrant grant) implements Outcome {}

    /**
     * A code that is good for nothing, or not for this; or one for an address that is not the
     * user's any more, or that somebody else has by now.
     */
    record Refused() implements Outcome {}
  }

  public Outcome handle(Command command) {
    var outcome = transactions.inTransaction(() -> consume(command.code()));
    if (outcome instanceof Outcome.Verified(var grant)) {
      standings.forget(grant.user());
    }
    return outcome;
  }

  private Outcome consume(OneTimeCode code) {
    var now = time.instant();
    return codes
        .consume(CodePurpose.VERIFY_EMAIL, code, now)
        .map(this::verified)
        .or(() -> codes.consume(CodePurpose.CHANGE_EMAIL, code, now).map(this::changed))
        .orElseGet(Outcome.Refused::new);
  }

  private Outcome verified(CodeGrant grant) {
    if (!users.verifyEmail(grant.user(), grant.sentTo())) {
      return new Outcome.Refused();
    }
    audit.own(AuditKind.EMAIL_VERIFIED, grant.user().value());
    return new Outcome.Verified(grant);
  }

  /** What was sent to the former address must not open the account of whoever has another. */
  private Outcome changed(CodeGrant grant) {
    var before = users.find(grant.user()).filter(User::active);
    codes.revoke(CodePurpose.RESET_PASSWORD, grant.user());
    codes.revoke(CodePurpose.VERIFY_EMAIL, grant.user());
    if (before.isEmpty()
        || users.changeEmailIfFree(grant.user(), grant.sentTo()) != EmailChange.CHANGED) {
      return new Outcome.Refused();
    }
    owe.of(Notice.Event.EMAIL_CHANGED, before.get().email());
    audit.own(AuditKind.EMAIL_CHANGED, grant.user().value());
    return new Outcome.Verified(grant);
  }
}
