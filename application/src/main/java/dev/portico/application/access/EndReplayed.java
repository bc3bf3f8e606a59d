package dev.portico.application.access;

import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.Standings;
import dev.portico.application.audit.Audit;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.access.Notice;
import dev.portico.domain.access.Session;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.User;
import java.util.Optional;

/**
 * Ends a session whose refresh token was shown twice: somebody has a copy of it, and which of the
 * two is its owner cannot be told. So the owner hears of it by mail.
 */
final class EndReplayed {

  private final Sessions sessions;
  private final Standings standings;
  private final Transactions transactions;
  private final OweNotice owe;
  private final Audit audit;

  EndReplayed(
      Sessions sessions,
      Standings standings,
      Transactions transactions,
      OweNotice owe,
      Audit audit) {
    this.sessions = sessions;
    this.standings = standings;
    this.transactions = transactions;
    this.owe = owe;
    this.audit = audit;
  }

  /** However often it is shown, over all nodes, there is one mail: a session ends once. */
  void of(Session session, User user) {
    transactions.inTransaction(() -> {
      boolean ended = sessions.end(session.id(), user.id());
      if (ended) {
        owe.of(Notice.Event.SESSION_ENDED, user.email());
      }
      audit.unrecognised(AuditKind.REFRESH_REPLAYED, Optional.of(user.id().value()));
      return ended;
    });
    standings.forget(user.id());
  }
}
