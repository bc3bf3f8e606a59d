package dev.portico.persistence.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.UsersContract;
import dev.portico.persistence.shared.FreshSandbox;
import dev.portico.persistence.shared.RowTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The whole contract holds in a sandbox: its races are of single transactions, which take turns.
 */
class JpaUsersInSandboxTest extends UsersContract {

  @RegisterExtension final FreshSandbox fresh = new FreshSandbox(RowTypes.of(UserRow.class));

  @Override
  protected Users users() {
    return new JpaUsers(fresh.context());
  }

  @AfterEach
  void needsNoClone() {
    assertThat(fresh.sandbox().advice()).isEmpty();
  }
}
