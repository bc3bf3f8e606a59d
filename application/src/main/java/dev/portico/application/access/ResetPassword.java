package dev.portico.application.access;

import dev.portico.application.access.port.OneTimeCodes;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.Standings;
import dev.portico.application.audit.Audit;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.ChoosePassword;
import dev.portico.application.users.NewPassword;
import dev.portico.application.users.SecurePassword;
import dev.portico.application.users.port.Users;
import dev.portico.domain.access.CodeGrant;
import dev.portico.domain.access.CodePurpose;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.User;
import java.time.InstantSource;
import java.util.Optional;

/** Gives somebody another password who shows a code from their mail, and ends every session. */
public final class ResetPassword {

  private final OneTimeCodes codes;
  private final Users users;
  private final Sessions sessions;
  private final Standings standings;
  private final ChoosePassword choose;
  private final ReplacePassword replace;
  private final InstantSource time;
  private final Audit audit;

  public ResetPassword(
      OneTimeCodes codes,
      Users users,
      Sessions sessions,
      Standings standings,
      ChoosePassword choose,
      SecurePassword secure,
      TaskQueue tasks,
      Transactions transactions,
      IdGenerator ids,
      InstantSource time,
      Audit audit) {
    this.codes = codes;
    this.users = users;
    this.sessions = sessions;
    this.standings = standings;
    this.choose = choose;
    this.replace =
        new ReplacePassword(codes, transactions, secure, new OweNotice(tasks, ids, time));
    this.time = time;
    this.audit = audit;
  }

  /** The code, and the password that is wanted. */
  public record Command(OneTimeCode code, String newPassword) {

    /** Never the password: it may end up in a log. */
    @Override
    public String toString() {
      return "Command[hidden]";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    record Reset() implements Outcome {}

    /** A code that is good for nothing, or not for this. */
    record CodeRefused() implements Outcome {}

    /** The code is as good as before; {@code reason} as {@link ChoosePassword} gives it. */
    record PasswordRefused(String reason) implements Outcome {}
  }

  public Outcome handle(Command command) {
    var owner = find(command.code()).map(CodeGrant::user).flatMap(users::find).filter(User::active);
    return owner.map(user -> reset(user, command)).orElseGet(Outcome.CodeRefused::new);
  }

  private Optional<CodeGrant> find(OneTimeCode code) {
    return codes.find(CodePurpose.RESET_PASSWORD, code, time.instant());
  }

  private Outcome reset(User user, Command command) {
    var wanted =
        new ChoosePassword.Command(
            command.newPassword(), Optional.of(user.username()), Optional.of(user.email()));
    return switch (choose.handle(wanted)) {
      case ChoosePassword.Outcome.Chosen(var password) -> reset(user, command.code(), password);
      case ChoosePassword.Outcome.Refused(var reason) -> new Outcome.PasswordRefused(reason);
    };
  }

  private Outcome reset(User user, OneTimeCode code, NewPassword password) {
    var hash = replace.hash(password);
    boolean done =
        replace.of(
            user,
            () -> codes.consume(CodePurpose.RESET_PASSWORD, code, time.instant()).isPresent(),
            () -> {
              boolean there = users.setHash(user.id(), hash);
              sessions.endAll(user.id());
              audit.own(AuditKind.PASSWORD_RESET, user.id().value());
              return there;
            });
    standings.forget(user.id());
    return done ? new Outcome.Reset() : new Outcome.CodeRefused();
  }
}
