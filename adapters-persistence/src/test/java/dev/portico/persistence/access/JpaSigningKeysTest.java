package dev.portico.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.access.port.SigningKeys;
import dev.portico.application.access.port.SigningKeysContract;
import dev.portico.domain.access.SigningKey;
import dev.portico.persistence.shared.DatabaseUnusable;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.RowTypes;
import dev.portico.persistence.shared.SealingKey;
import dev.portico.persistence.shared.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaSigningKeysTest extends SigningKeysContract {

  private static final SigningKey KEY =
      new SigningKey("kid", "ES256", "{\"d\":\"very-secret\"}", Instant.EPOCH);

  @RegisterExtension
  final FreshDatabase fresh = new FreshDatabase(RowTypes.of(SigningKeyRow.class));

  @Override
  protected SigningKeys keys() {
    return keysOf(1);
  }

  private SigningKeys keysOf(int secret) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) secret;
    return new JpaSigningKeys(fresh.context(), new SealingKey(bytes));
  }

  @Test
  void restEncrypted() throws SQLException {
    assertThat(keys().currentOr(() -> KEY)).isEqualTo(KEY);

    try (var connection = TestPostgres.connect(fresh.url());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select * from signing_keys")) {
      assertThat(rows.next()).isTrue();
      assertThat(new String(rows.getBytes("sealed_jwk"), StandardCharsets.ISO_8859_1))
          .doesNotContain("very-secret");
    }
  }

  @Test
  void sayPlainlyThatTheSecretIsAnother() {
    assertThat(keysOf(1).currentOr(() -> KEY)).isEqualTo(KEY);

    assertThatThrownBy(() -> keysOf(2).currentOr(() -> KEY))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessage(
            "SECRET_KEY is not the one the signing keys of this database were sealed with.");
    assertThatThrownBy(() -> keysOf(2).accepted()).isInstanceOf(DatabaseUnusable.class);
  }

  @Test
  void refuseARowPassedOffAsAnother() {
    assertThat(keys().currentOr(() -> KEY)).isEqualTo(KEY);
    fresh.execute("update signing_keys set id = 'other'");

    assertThatThrownBy(() -> keys().accepted()).isInstanceOf(DatabaseUnusable.class);
  }

  @Test
  void giveTheOneToSignWithFirst() {
    assertThat(keys().currentOr(() -> KEY)).isEqualTo(KEY);
    fresh.execute("update signing_keys set signing = false");
    var next = new SigningKey("next", "ES256", "{}", Instant.EPOCH.minusSeconds(1));
    assertThat(keys().currentOr(() -> next)).isEqualTo(next);

    assertThat(keys().accepted()).containsExactly(next, KEY);
  }
}
