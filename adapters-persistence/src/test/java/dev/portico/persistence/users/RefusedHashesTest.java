package dev.portico.persistence.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.users.port.PasswordHasher.Match;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes that are damaged, unknown, or would cost too much: refused unread. */
class RefusedHashesTest {

  private static final Password PASSWORD = Password.parse("correct horse").orThrow();

  private final Argon2PasswordHasher hasher =
      new Argon2PasswordHasher(
          new HashingThreads(2, 64, Duration.ofSeconds(50)), new Argon2Hash.Cost(8, 1, 1));

  @AfterEach
  void close() {
    hasher.close();
  }

  private void refuses(String kept) {
    var hash = new PasswordHash(kept);

    assertThat(hasher.canVerify(hash)).as(kept).isFalse();
    assertThat(hasher.verify(PASSWORD, Optional.of(hash))).as(kept).isEqualTo(Match.DIFFERS);
    assertThat(hasher.compared()).as(kept).isZero();
  }

  // PW-7
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$argon2id$v=19$m=8388608,t=1000,p=1$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$argon2id$v=19$m=131073,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$argon2id$v=19$m=999999999,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$argon2id$v=19$m=64,t=11,p=1$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$argon2id$v=19$m=256,t=1,p=17$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$2a$20$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuvwxyzABCDEFGHI",
        "$2b$15$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuvwxyzABCDEFGHI",
        "$2y$99$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuvwxyzABCDEFGHI",
        "bcrypt_sha256$$2b$31$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuvwxyzABCDEFGHI",
        "$pbkdf2-sha256$999999999$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$pbkdf2-sha256$5000000$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$pbkdf2-sha256$99999999999$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "pbkdf2_sha256$999999999$salt$nfIm7s06TGn1crlv0NZ0ftG/eMjK3F0YxTWTEY+cNhE=",
        "pbkdf2:sha512:999999999$salt$51af361363c3227704c5041a8fd819f43415dc8668f9f3e21f",
        "$scrypt$ln=21,r=8,p=1$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$scrypt$ln=99,r=999,p=999$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$scrypt$ln=20,r=1,p=1$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$scrypt$ln=18,r=8,p=1$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$scrypt$ln=16,r=8,p=16$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$scrypt$ln=4,r=33,p=1$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "scrypt$999999999$salt$8$1$MTIzNDU2Nzg5MDEyMzQ1Ng==",
        "scrypt:268435456:8:1$salt$51af361363c3227704c5041a8fd819f43415dc8668f9f3e21f"
      })
  void ofAbsurdCost(String kept) {
    refuses(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse",
        "!oP1gTOvCTaUsV1WdjBK2hnuQ1pUtDGMeUcx6Mq9i",
        "$1$salt$qJH7.N4xYta3aEG/dfqo/0",
        "md5$salt$5f4dcc3b5aa765d61d8327deb882cf99",
        "{noop}correct horse",
        "$2x$04$Ix4Ohxux7OzlApCQVt5LK.5W0CMWppRo33DRy7Q39iYpBR8YXLsaq",
        "$2b$03$Ix4Ohxux7OzlApCQVt5LK.5W0CMWppRo33DRy7Q39iYpBR8YXLsaq",
        "$2b$04$Ix4Ohxux7OzlApCQVt5LK.5W0CMWppRo33DRy7Q39iYpBR8YXLsa",
        "$2b$04$Ix4Ohxux7OzlApCQVt5LK.5W0CMWppRo33DRy7Q39iYpBR8YXLsa!",
        "bcrypt$bcrypt$$2b$04$Ix4Ohxux7OzlApCQVt5LK.5W0CMWppRo33DRy7Q39iYpBR8YXLsaq",
        "$argon2id$v=19$m=64,t=0,p=1$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$argon2id$v=19$m=64,t=1,p=0$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$argon2id$v=19$m=7,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$argon2id$v=19$m=64,t=1,p=1$c29t$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$MTIz",
        "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHRzb21lc2FsdAAAA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$argon2id$v=17$m=64,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$argon2ix$v=19$m=64,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$pbkdf2-sha256$0$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$pbkdf2-md5$1000$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "$pbkdf2-sha256$1000$c29tZXNhbHRzb21lc2FsdA$MTIz",
        "$pbkdf2-sha256$1000$$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "pbkdf2_sha256$260000$$nfIm7s06TGn1crlv0NZ0ftG/eMjK3F0YxTWTEY+cNhE=",
        "pbkdf2_sha256$260000$salt$nfIm7s06TGn1crlv0NZ0ftG/eMjK3F0YxTWTEY+cNhE=\n",
        "pbkdf2:sha256:1000$salt$51af361363c3227704c5041a8fd819f43415dc8668f9f3e21f0",
        "$scrypt$ln=0,r=8,p=1$c29tZXNhbHRzb21lc2FsdA$MTIzNDU2Nzg5MDEyMzQ1Ng",
        "scrypt$16383$salt$8$1$MTIzNDU2Nzg5MDEyMzQ1Ng==",
        "scrypt$1$salt$8$1$MTIzNDU2Nzg5MDEyMzQ1Ng==",
        "scrypt:1024:8:0$salt$51af361363c3227704c5041a8fd819f43415dc8668f9f3e21f"
      })
  void thatCannotBeRead(String kept) {
    refuses(kept);
  }

  /** Every beginning of a good hash, except those that are one too. */
  static Stream<String> cutOff() {
    return Stream.of(
            "$2b$04$uj3KYfS49eetjD6yR8kTf.LSKKoV4MWNQ7y78GkWrNgy2ZKZWQVmm",
            "pbkdf2_sha256$1000$salt$nfIm7s06TGn1crlv0NZ0ft",
            "$scrypt$ln=8,r=8,p=1$vhcCYAwh5Jzz/n9P6X2vFQ$O6GTIakgY5cRcOcahY1lV",
            "$argon2i$v=19$m=256,t=2,p=2$CwGg1FrL+d8bg5AyRoixlg$K2LqYndok6lvI0iX44W+k")
        .flatMap(hash -> IntStream.range(0, hash.length()).mapToObj(n -> hash.substring(0, n)));
  }

  @ParameterizedTest
  @MethodSource("cutOff")
  void thatAreCutOff(String kept) {
    assertThat(hasher.canVerify(new PasswordHash(kept))).isFalse();
  }

  /** Good hashes with a few characters changed: read or not, they never throw and never match. */
  static Stream<String> garbled() {
    var random = new Random(7);
    return Stream.of(
            "$2b$04$uj3KYfS49eetjD6yR8kTf.LSKKoV4MWNQ7y78GkWrNgy2ZKZWQVmm",
            "pbkdf2:sha256:1000$CV8cYopFvnwetXvZ$63f5a0d09d6fa75d15ab937a2807713c95ff7292e572d821f",
            "scrypt$16$salt$8$1$MTIzNDU2Nzg5MDEyMzQ1Ng==",
            "$argon2i$v=19$m=256,t=2,p=2$CwGg1FrL+d8bg5AyRoixlg$K2LqYndok6lvI0iX44W+kg")
        .flatMap(hash -> IntStream.range(0, 50).mapToObj(_ -> garble(hash, random)));
  }

  private static String garble(String hash, Random random) {
    var text = new StringBuilder(hash);
    for (int i = 0; i < 3; i++) {
      text.setCharAt(random.nextInt(text.length()), (char) (' ' + random.nextInt(95)));
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("garbled")
  void neverMatchWhereTheyAreGarbled(String kept) {
    var match = hasher.verify(PASSWORD, Optional.of(new PasswordHash(kept)));

    assertThat(match).as(kept).isEqualTo(Match.DIFFERS);
  }
}
