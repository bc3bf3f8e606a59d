package dev.portico.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.shared.port.IdempotencyKeys;
import dev.portico.application.shared.port.IdempotencyKeysContract;
import dev.portico.application.shared.port.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The whole contract holds in a sandbox. That a claim is answered as busy while another transaction
 * holds it takes two at once, and stays in {@link JdbcIdempotencyKeysTest}.
 */
class JdbcIdempotencyKeysInSandboxTest extends IdempotencyKeysContract {

  @RegisterExtension final FreshSandbox fresh = new FreshSandbox();

  @Override
  protected IdempotencyKeys keys() {
    return new JdbcIdempotencyKeys(fresh.context());
  }

  @Override
  protected Transactions transactions() {
    return new JpaTransactions(fresh.context());
  }

  @AfterEach
  void needsNoClone() {
    assertThat(fresh.sandbox().advice()).isEmpty();
  }
}
