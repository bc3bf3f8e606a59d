package dev.portico.persistence.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.PasswordHasher.Match;
import dev.portico.application.users.port.PasswordHasherContract;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;
import dev.portico.persistence.users.Argon2Hash.Cost;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordHasherTest extends PasswordHasherContract {

  private static final Password PASSWORD = password("correct horse");

  private final Argon2PasswordHasher hasher =
      new Argon2PasswordHasher(new HashingThreads(2, 64, Duration.ofSeconds(30)));

  @AfterEach
  void close() {
    hasher.close();
  }

  @Override
  protected PasswordHasher hasher() {
    return hasher;
  }

  @Override
  protected PasswordHash outdatedHash(Password password) {
    return hashOf(password, new Cost(8_192, 1, 1));
  }

  private static PasswordHash hashOf(Password password, Cost cost) {
    byte[] salt = "sixteen bytes ok".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new PasswordHash(Argon2Hash.of(password.reveal(), salt, cost, 32).encoded());
  }

  private static Password password(String text) {
    return Password.parse(text).orThrow();
  }

  private Match verify(String text, PasswordHash kept) {
    return hasher.verify(password(text), Optional.of(kept));
  }

  static String[] passwordsAroundTheLimitsOfOthers() {
    return new String[] {
      "a".repeat(64),
      "🦊".repeat(64),
      "b".repeat(72),
      "c".repeat(73),
      "d".repeat(128),
      "é".repeat(37)
    };
  }

  @ParameterizedTest
  @MethodSource("passwordsAroundTheLimitsOfOthers")
  void comparesEveryByteAtAnyLength(String text) {
    var kept = hasher.hash(password(text));

    assertThat(verify(text, kept)).isEqualTo(Match.MATCHES);
    assertThat(verify(text.substring(0, text.length() - 1) + "x", kept)).isEqualTo(Match.DIFFERS);
    assertThat(verify(text + "x", kept)).isEqualTo(Match.DIFFERS);
    assertThat(verify(text.substring(0, text.length() / 2), kept)).isEqualTo(Match.DIFFERS);
  }

  @Test
  void doesNotTakeTheFirst72BytesForAll() {
    var kept = hasher.hash(password("e".repeat(128)));

    assertThat(verify("e".repeat(72), kept)).isEqualTo(Match.DIFFERS);
  }

  // PW-7
  @Test
  void statesItsCostInTheHash() {
    assertThat(hasher.hash(PASSWORD).encoded())
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  // PW-7
  @Test
  void saltsEveryHashAnew() {
    String[] first = hasher.hash(PASSWORD).encoded().split("\\$", -1);
    String[] second = hasher.hash(PASSWORD).encoded().split("\\$", -1);

    assertThat(first[4]).isNotEqualTo(second[4]);
    assertThat(first[5]).isNotEqualTo(second[5]);
  }

  @Test
  void readsWhatTheReferenceProgramWrote() {
    // The vector of its own tests: "password", "somesalt", t=2, m=2^16, p=1.
    var kept =
        new PasswordHash(
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

    assertThat(verify("password", kept)).isEqualTo(Match.MATCHES_OUTDATED);
  }

  @Test
  void paysForAHashWhereThereIsNobody() {
    assertThat(hasher.verify(PASSWORD, Optional.empty())).isEqualTo(Match.DIFFERS);

    assertThat(hasher.count()).isEqualTo(1);
  }

  // PW-7
  @Test
  void tellsACheaperHashFromThePresentOne() {
    assertThat(verify("correct horse", hashOf(PASSWORD, Argon2PasswordHasher.COST)))
        .isEqualTo(Match.MATCHES);
    assertThat(verify("correct horse", hashOf(PASSWORD, new Cost(19_456, 1, 1))))
        .isEqualTo(Match.MATCHES_OUTDATED);
  }

  // TH-2
  @Test
  void makesUpForWhatACheaperHashSaves() {
    assertThat(verify("wrong", hashOf(PASSWORD, new Cost(19_456, 1, 1)))).isEqualTo(Match.DIFFERS);
    assertThat(hasher.count()).isEqualTo(2);
  }

  // TH-2
  @ParameterizedTest
  @ValueSource(strings = {"", "!nobody", "garbage"})
  void paysForAHashWhereNoneCanBeRead(String kept) {
    assertThat(verify("wrong", new PasswordHash(kept))).isEqualTo(Match.DIFFERS);
    assertThat(hasher.count()).isEqualTo(1);
    assertThat(hasher.compared()).isZero();
  }

  @Test
  void paysOnceForAHashOfThePresentForm() {
    assertThat(verify("wrong", hashOf(PASSWORD, Argon2PasswordHasher.COST)))
        .isEqualTo(Match.DIFFERS);
    assertThat(hasher.count()).isEqualTo(1);
  }

  @Test
  void leavesOverWhatIsNotDone() {
    var cost = new Cost(19_456, 2, 1);

    assertThat(cost.less(0)).contains(cost);
    assertThat(cost.less(19_456)).contains(new Cost(9_728, 2, 1));
    assertThat(cost.less(cost.work())).isEmpty();
    assertThat(cost.less(Long.MAX_VALUE)).isEmpty();
  }
}
