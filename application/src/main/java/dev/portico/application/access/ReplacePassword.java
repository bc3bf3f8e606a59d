package dev.portico.application.access;

import dev.portico.application.access.port.OneTimeCodes;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.NewPassword;
import dev.portico.application.users.SecurePassword;
import dev.portico.domain.access.CodePurpose;
import dev.portico.domain.access.Notice;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;
import java.util.function.BooleanSupplier;

/** What every change of a password has in common, however it was allowed. */
final class ReplacePassword {

  private final OneTimeCodes codes;
  private final Transactions transactions;
  private final SecurePassword secure;
  private final OweNotice owe;

  ReplacePassword(
      OneTimeCodes codes, Transactions transactions, SecurePassword secure, OweNotice owe) {
    this.codes = codes;
    this.transactions = transactions;
    this.secure = secure;
    this.owe = owe;
  }

  /** Takes long; to be called outside of transactions. */
  PasswordHash hash(NewPassword password) {
    return switch (secure.handle(new SecurePassword.Command(password))) {
      case SecurePassword.Outcome.Secured(var secured) -> secured.hash();
    };
  }

  /**
   * Makes void what somebody may have asked for who knew the former password, and owes a notice.
   *
   * <p>Codes come before users in every transaction, so that no two wait for each other.
   *
   * @param allowed whether it may still be done; may change something
   * @param change whether it was done
   * @return whether it was allowed and done; otherwise nothing changed but by {@code allowed}
   */
  boolean of(User user, BooleanSupplier allowed, BooleanSupplier change) {
    return transactions.inTransaction(() -> {
      if (!allowed.getAsBoolean()) {
        return false;
      }
      codes.revoke(CodePurpose.RESET_PASSWORD, user.id());
      codes.revoke(CodePurpose.CHANGE_EMAIL, user.id());
      if (!change.getAsBoolean()) {
        return false;
      }
      owe.of(Notice.Event.PASSWORD_CHANGED, user.email());
      return true;
    });
  }
}
