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
import java.util.Arrays;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaSigningKeysTest extends SigningKeysContract {

  private static final SigningKey KEY = key("kid", 1);

  @RegisterExtension
  final FreshDatabase fresh = new FreshDatabase(RowTypes.of(SigningKeyRow.class));

  @Override
  protected SigningKeys keys() {
    return keysOf(1);
  }

  /** Keys that are sealed with the first of these secrets, and opened with any. */
  private JpaSigningKeys keysOf(int... secrets) {
    var bytes =
        Arrays.stream(secrets)
            .mapToObj(secret -> {
              byte[] key = new byte[32];
              key[0] = (byte) secret;
              return key;
            })
            .toList();
    return new JpaSigningKeys(
        fresh.context(), new SealingKey(bytes.getFirst(), bytes.subList(1, bytes.size())));
  }

  @Test
  void restEncrypted() throws SQLException {
    assertThat(keys().addIfFree(KEY)).isTrue();

    try (var connection = TestPostgres.connect(fresh.url());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select * from signing_keys")) {
      assertThat(rows.next()).isTrue();
      assertThat(new String(rows.getBytes("sealed_jwk"), StandardCharsets.ISO_8859_1))
          .doesNotContain("secret");
    }
  }

  @Test
  void sayPlainlyThatTheSecretIsAnother() {
    assertThat(keysOf(1).addIfFree(KEY)).isTrue();

    for (var strangers : new JpaSigningKeys[] {keysOf(2), keysOf(2, 3)}) {
      assertThatThrownBy(strangers::all)
          .isInstanceOf(DatabaseUnusable.class)
          .hasMessage(
              "SECRET_KEY is not the one the signing keys of this database were sealed with.");
      assertThatThrownBy(strangers::sealAnew).isInstanceOf(DatabaseUnusable.class);
    }
  }

  @Test
  void refuseARowPassedOffAsAnother() {
    assertThat(keys().addIfFree(KEY)).isTrue();
    fresh.execute("update signing_keys set id = 'other'");

    assertThatThrownBy(() -> keys().all()).isInstanceOf(DatabaseUnusable.class);
  }

  @Test
  void areOpenedWithAFormerSecret() {
    // SC-4
    assertThat(keysOf(1).addIfFree(KEY)).isTrue();

    assertThat(keysOf(3, 2, 1).all()).containsExactly(KEY);
    // Opening alone changes nothing: nodes that do not know the new secret yet can go on.
    assertThat(keysOf(1).all()).containsExactly(KEY);
  }

  @Test
  void areSealedAnewWithThePresentSecret() {
    // SC-4
    assertThat(keysOf(1).addIfFree(KEY)).isTrue();
    assertThat(keysOf(2, 1).addIfFree(key("next", 2))).isTrue();

    keysOf(2, 1).sealAnew();

    assertThat(keysOf(2).all()).containsExactly(KEY, key("next", 2));
    assertThatThrownBy(() -> keysOf(1).all()).isInstanceOf(DatabaseUnusable.class);
  }

  @Test
  void areSealedAnewByAnyNumberOfNodesAtOnce() throws Exception {
    assertThat(keysOf(1).addIfFree(KEY)).isTrue();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 6; i++) {
        // Some have the new secret, some the old one and know of the new one.
        var node = i % 2 == 0 ? keysOf(2, 1) : keysOf(1, 2);
        var _ = threads.submit(node::sealAnew);
      }
    }

    assertThat(keysOf(2, 1).all()).containsExactly(KEY);
  }
}
