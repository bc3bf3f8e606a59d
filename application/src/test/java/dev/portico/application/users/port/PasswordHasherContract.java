package dev.portico.application.users.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.users.port.PasswordHasher.Match;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every hasher promises. */
public abstract class PasswordHasherContract {

  protected abstract PasswordHasher hasher();

  /** A hash of the password in a form that ought to be replaced. */
  protected abstract PasswordHash outdatedHash(Password password);

  private static Password password(String text) {
    return Password.parse(text).orThrow();
  }

  private Match verify(String text, PasswordHash kept) {
    return hasher().verify(password(text), Optional.of(kept));
  }

  @Test
  void matchesTheRightPassword() {
    assertThat(verify("correct horse", hasher().hash(password("correct horse"))))
        .isEqualTo(Match.MATCHES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horsE", "correct hors", "correct horse ", " correct horse", "c"})
  void differsForAnyOtherPassword(String other) {
    assertThat(verify(other, hasher().hash(password("correct horse")))).isEqualTo(Match.DIFFERS);
  }

  @Test
  void makesNoTwoHashesAlike() {
    var password = password("correct horse");

    assertThat(hasher().hash(password)).isNotEqualTo(hasher().hash(password));
  }

  @Test
  void hasRoomWhereNobodyAsks() {
    assertThat(hasher().isFull()).isFalse();
  }

  @Test
  void differsWithoutAHash() {
    assertThat(hasher().verify(password("correct horse"), Optional.empty()))
        .isEqualTo(Match.DIFFERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "hashed", "$", "$$$$$", "$argon2id$v=19$m=19456,t=2,p=1$$"})
  void differsForAHashItCannotRead(String kept) {
    assertThat(verify("hashed", new PasswordHash(kept))).isEqualTo(Match.DIFFERS);
    assertThat(hasher().canVerify(new PasswordHash(kept))).isFalse();
  }

  @Test
  void canVerifyItsOwnHashes() {
    var password = password("correct horse");

    assertThat(hasher().canVerify(hasher().hash(password))).isTrue();
    assertThat(hasher().canVerify(outdatedHash(password))).isTrue();
    assertThat(hasher().canVerify(PasswordHash.NONE)).isFalse();
  }

  @Test
  void tellsAnOutdatedHash() {
    var kept = outdatedHash(password("correct horse"));

    assertThat(verify("correct horse", kept)).isEqualTo(Match.MATCHES_OUTDATED);
    assertThat(verify("wrong horse", kept)).isEqualTo(Match.DIFFERS);
  }

  @Test
  void comparesLongPasswordsToTheLastCharacter() {
    var hash = hasher().hash(password("x".repeat(255) + "y"));

    assertThat(verify("x".repeat(255) + "y", hash)).isEqualTo(Match.MATCHES);
    assertThat(verify("x".repeat(256), hash)).isEqualTo(Match.DIFFERS);
    assertThat(verify("x".repeat(255), hash)).isEqualTo(Match.DIFFERS);
    assertThat(verify("x".repeat(72), hash)).isEqualTo(Match.DIFFERS);
  }
}
