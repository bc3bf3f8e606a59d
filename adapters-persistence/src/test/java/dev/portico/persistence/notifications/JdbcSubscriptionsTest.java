package dev.portico.persistence.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.notifications.port.Subscriptions;
import dev.portico.application.notifications.port.Subscriptions.Admission;
import dev.portico.application.notifications.port.SubscriptionsContract;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.notifications.SubscriptionRequest;
import dev.portico.domain.users.EmailAddress;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.TestPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcSubscriptionsTest extends SubscriptionsContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase();

  @Override
  protected Subscriptions subscriptions() {
    return new JdbcSubscriptions(fresh.context());
  }

  @Override
  protected Transactions transactions() {
    return new Transactions() {
      @Override
      public <T> T inTransaction(Supplier<T> work) {
        return fresh.context().inTransaction(work);
      }
    };
  }

  private void request(int number, Instant at) {
    var email = EmailAddress.parse("user" + number + "@example.com").orThrow();
    assertThat(
            subscriptions()
                .requestIfAllowed(
                    new SubscriptionRequest(new UUID(1, number), email, "c" + number, at)))
        .isEqualTo(new Admission.Granted());
  }

  private int rows() throws SQLException {
    try (var connection = TestPostgres.connect(fresh.url());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from subscription_requests")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void clearAwayAFewThatCountNoMore() throws SQLException {
    for (int i = 0; i < 25; i++) {
      request(i, NOON);
    }
    request(25, NOON.plus(Duration.ofHours(1)));
    assertThat(rows()).isEqualTo(25 - 20 + 1);

    request(26, NOON.plus(Duration.ofHours(1)));
    assertThat(rows()).isEqualTo(2);
  }
}
