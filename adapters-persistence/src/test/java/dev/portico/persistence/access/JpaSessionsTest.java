package dev.portico.persistence.access;

import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.SessionsContract;
import dev.portico.domain.users.User;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.RowTypes;
import dev.portico.persistence.users.UserRows;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaSessionsTest extends SessionsContract {

  @RegisterExtension
  final FreshDatabase fresh = new FreshDatabase(RowTypes.of(SessionRow.class), UserRows.MAPPED);

  @Override
  protected Sessions sessions(User first, User second) {
    UserRows.add(fresh, first);
    UserRows.add(fresh, second);
    return new JpaSessions(fresh.context());
  }
}
