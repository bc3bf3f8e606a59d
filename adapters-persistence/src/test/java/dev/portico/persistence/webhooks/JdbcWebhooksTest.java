package dev.portico.persistence.webhooks;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.port.Transactions;
import dev.portico.application.webhooks.port.Webhooks;
import dev.portico.application.webhooks.port.WebhooksContract;
import dev.portico.domain.users.User;
import dev.portico.domain.webhooks.Webhook;
import dev.portico.domain.webhooks.WebhookBuilder;
import dev.portico.persistence.shared.DatabaseUnusable;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.SealingKey;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.persistence.users.UserRows;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcWebhooksTest extends WebhooksContract {

  private static final byte[] OLD = new byte[32];
  private static final byte[] NEW =
      "a key of thirty-two bytes, truly".getBytes(StandardCharsets.UTF_8);

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase();

  private JdbcWebhooks sealedWith(SealingKey key) {
    return new JdbcWebhooks(fresh.context(), key);
  }

  @Override
  protected Webhooks webhooks() {
    return sealedWith(new SealingKey(OLD));
  }

  @Override
  protected Transactions transactions() {
    return fresh.transactions();
  }

  @Override
  protected void add(User user) {
    UserRows.add(fresh, user);
  }

  private Webhook added() {
    var owner = aUser().build();
    add(owner);
    var webhook = WebhookBuilder.aWebhook().withOwner(owner.id()).build();
    assertThat(webhooks().addIfRoom(webhook, 1)).isTrue();
    return webhook;
  }

  // WH-1, LG-1
  @Test
  void keepsNoSecretInClear() throws SQLException {
    var secret = added().secrets().present().reveal();

    try (var connection = TestPostgres.connect(fresh.url());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select t::text, sealed_secrets from webhooks t")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).doesNotContain(secret, secret.substring(6));
      assertThat(new String(rows.getBytes(2), StandardCharsets.ISO_8859_1))
          .doesNotContain(secret.substring(6));
    }
  }

  // WH-1: the secret that seals changes, the webhook's own does not.
  @Test
  void sealsAnewWhatWasSealedWithAFormerSecret() {
    var webhook = added();

    var both = sealedWith(new SealingKey(NEW, List.of(OLD)));
    assertThat(both.find(webhook.id())).contains(webhook);
    both.sealAnew();

    assertThat(sealedWith(new SealingKey(NEW)).find(webhook.id())).contains(webhook);
    assertThatThrownBy(() -> webhooks().find(webhook.id()))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("SECRET_KEY");
  }
}
