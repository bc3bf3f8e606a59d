package dev.portico.persistence.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.users.port.PasswordHasher.Match;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hashes of other systems; each was made by the program that it is named after. */
class ForeignHashesTest {

  private static final String BCRYPT_OF_72_X =
      "$2b$04$3IBUBOzr9Xho2R5oIl4SZeSgrwDAFgE.1XQpf4pnfQ5keWyZewe52";

  private final Argon2PasswordHasher hasher =
      new Argon2PasswordHasher(new HashingThreads(2, 64, Duration.ofSeconds(50)));

  @AfterEach
  void close() {
    hasher.close();
  }

  private Match verify(String text, String kept) {
    return hasher.verify(Password.parse(text).orThrow(), Optional.of(new PasswordHash(kept)));
  }

  // PW-7
  @ParameterizedTest
  @ValueSource(
      strings = {
        // bcrypt 3.2.2
        "$2b$12$2oUwsrduP96YLnUhVGJm9uS3HxJ/rqwC5yJvhFCIduJ3PM2tn9loS",
        // passlib 1.7.4
        "$argon2id$v=19$m=102400,t=2,p=8$JKR0zvk/p3TunfP+f29tjQ$+ZORMs/c0HDkoX1w+fB9dw",
        "$pbkdf2$131000$cI6RMqb0fg9BSMlZyzlH6A$ZpowlJ0nucG78uPvleeMqqzitGo",
        "$scrypt$ln=16,r=8,p=1$oZRSSqn1/r83ppSy1lrL2Q$x7Nfr5OJWHYkw3QClhJzb4A0ZhXj91S/u7Pi2DlqEes",
        // argon2-cffi 25.1, which pwdlib and so fastapi-users take; and a hash of Argon2 1.0
        "$argon2id$v=19$m=65536,t=3,p=4$TEBRyYJg4JXYIQZfTHtIog"
            + "$47RsPXGUWaVGXTxGElrWS6C1rUVQJ5RTydJ2m2P5G8A",
        // Django 3.2 and 5.2
        "pbkdf2_sha256$260000$bEWkVQpR6unPAJE4MBy65t$nfIm7s06TGn1crlv0NZ0ftG/eMjK3F0YxTWTEY+cNhE=",
        "pbkdf2_sha256$1000000$IwmgSNDPruNADPI5mz9Myg$bWl8nLCcKHL+2gwatBD1ebYni97WQlDAcDx88czkhx8=",
        "pbkdf2_sha1$260000$Y6FAd250rglLn8JJNGftfj$Lf/LQ+VhtuAiqozK5w3edL8vZ+M=",
        "argon2$argon2id$v=19$m=102400,t=2,p=8$c2FsdHNhbHRzYWx0MTIzNA$F9ctfqaSfV54u5ieyI8ufQ",
        "scrypt$16384$4rW8T4aDplMbqObwHykbvT$8$5$y2EHBl2b5btqqXvn7jlAjRlTNTC3DO49lFFAOE6BmQCOGARa"
            + "u/sZFETAaaPIuKKExoWhGg+2NthVw8yRFAu5vg==",
        // Werkzeug 3.1
        "scrypt:32768:8:1$Ti8byVuPfT11HHqY$c94bb7b57156c21b4d0f343be0874d06592e6693ea4479e24228bff"
            + "d51f613c3e035f8aeac69b02493bef6490287a9f4d7292a3dad93cd215c25498183120892",
        "pbkdf2:sha256:1000000$Tp5VpYNp8MotHRgd$51af361363c3227704c5041a8fd819f43415dc8668f9f3e21f"
            + "0a6d2f491b71b5"
      })
  void matchAtTheCostsThatTheirProgramsChoose(String kept) {
    assertThat(hasher.canVerify(new PasswordHash(kept))).isTrue();
    assertThat(verify("correct horse", kept)).isEqualTo(Match.MATCHES_OUTDATED);
  }

  // PW-7
  @ParameterizedTest
  @ValueSource(
      strings = {
        // bcrypt 3.2.2
        "$2a$04$Ix4Ohxux7OzlApCQVt5LK.5W0CMWppRo33DRy7Q39iYpBR8YXLsaq",
        "$2b$04$uj3KYfS49eetjD6yR8kTf.LSKKoV4MWNQ7y78GkWrNgy2ZKZWQVmm",
        // passlib 1.7.4
        "$2y$04$rLrFq9RqunC.QAxiWX4/hOrJ6GHm31.J1SYUIbhQTte23YrB0XQme",
        "$argon2i$v=19$m=256,t=2,p=2$CwGg1FrL+d8bg5AyRoixlg$K2LqYndok6lvI0iX44W+kg",
        "$argon2d$v=19$m=256,t=2,p=2$JMT4H8OYs5bS2vvfG+O8tw$HB5th5kuFRxqGDVXAOW+zA",
        "$argon2id$v=19$m=256,t=2,p=2$gfBeCwGAMIYwJoSQEiLkvA$sDl5IuL50keb13ZHTf3hKw",
        "$pbkdf2-sha256$29000$yFmrdU5JqXUOwZjTWmttTQ$1S62HAi8g6kH.68m0wMgDjN2X8M/I48mXUK.M8XGWeE",
        "$pbkdf2-sha512$25000$SgnBWKtVqpVyTmltDSHk/A$AjmuEkeMU.YfM3c5JeZ0aeioFYXMEGw4gj96KQZZB"
            + "/qh9k3LLTUazlsuKxsO/GN8MYFXp/SDHxK4a.vXor.X1g",
        "$scrypt$ln=10,r=8,p=1$RSjFuHduba1VihHiXIuRcg$PrhtCpC36UdOoo2DrLyZyfD07n0/fmn1JecDmG6Nifg",
        // argon2-cffi 25.1, which pwdlib and so fastapi-users take; and a hash of Argon2 1.0
        "$argon2i$v=16$m=256,t=2,p=1$c29tZXNhbHQxMjM0NTY3OA"
            + "$YuxEJuf9F1WF5UERI58Zl9KDh4dVwiuhf1lv6UMaZJQ",
        "$argon2i$m=256,t=2,p=1$c29tZXNhbHQxMjM0NTY3OA"
            + "$YuxEJuf9F1WF5UERI58Zl9KDh4dVwiuhf1lv6UMaZJQ",
        // Django 3.2 and 5.2
        "bcrypt$$2b$04$YB7UGcHj9YPirKO3xsG2O.NBmPlZYbccZqEfLAAGoIoFTOqQILdbq",
        "bcrypt_sha256$$2b$04$i6qUs2UMPfuVTCQwRtmK1.9cv1UuZcxfcOjm2MoMsT9JxXHWs0CzG",
        // Werkzeug 3.1
        "pbkdf2:sha512:1000$SZcyU1bs74RZZG9S$d0c4c79fe3d0458c18c93e1d4984f9cb406573a272d5ead76dd97"
            + "942a6f9cab673b2402eeb2f54734415c5f0b42f1961cb97ef427692bdeaba07c8fd987475b3"
      })
  void matchAndAreOutdated(String kept) {
    assertThat(hasher.canVerify(new PasswordHash(kept))).isTrue();
    assertThat(verify("correct horse", kept)).isEqualTo(Match.MATCHES_OUTDATED);
    assertThat(verify("correct horsf", kept)).isEqualTo(Match.DIFFERS);
    assertThat(verify("correct horse ", kept)).isEqualTo(Match.DIFFERS);
    assertThat(verify("correct horse\0", kept)).isEqualTo(Match.DIFFERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$2b$05$kWlYVYm8u7qhqX12Qb3HfuGjgqiMS6UE2SuUDCxxCdaYYfvKCSzEa",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQxMjM0NTY3OA"
            + "$U6M+3EUnUSxJaCdO/h5lWR2Fhb6zVOlaWu2YhI9H4Nk",
        "$pbkdf2-sha256$29000$3Ntbq/V.7917T8m5d86Zcw$/vao88mnnqdnTCLiq6HGw19HjXQbWZ3WJdKwknt7sfw",
        "$scrypt$ln=8,r=8,p=1$vhcCYAwh5Jzz/n9P6X2vFQ$O6GTIakgY5cRcOcahY1lVD2+MmVfs9dY7qeV6Al1zqk"
      })
  void readPasswordsAsUtf8(String kept) {
    assertThat(verify("pässwörd🦊", kept)).isEqualTo(Match.MATCHES_OUTDATED);
    assertThat(verify("pässwörd🐺", kept)).isEqualTo(Match.DIFFERS);
  }

  // PW-2
  @Test
  void areOfWholePasswordsWhereBcryptSeesABeginning() {
    assertThat(verify("x".repeat(72), BCRYPT_OF_72_X)).isEqualTo(Match.MATCHES_OUTDATED);
    assertThat(verify("x".repeat(71), BCRYPT_OF_72_X)).isEqualTo(Match.DIFFERS);
    assertThat(verify("x".repeat(73), BCRYPT_OF_72_X)).isEqualTo(Match.DIFFERS);
    assertThat(verify("x".repeat(72) + "é", BCRYPT_OF_72_X)).isEqualTo(Match.DIFFERS);
  }

  // TH-2
  @Test
  void costTheSameWhereThePasswordIsTooLongForBcrypt() {
    assertThat(verify("x".repeat(73), BCRYPT_OF_72_X)).isEqualTo(Match.DIFFERS);

    assertThat(hasher.compared()).isEqualTo(1);
  }

  // bcrypt reads the password round and round, a zero between: "ab" and "ab\0ab" come out alike.
  @Test
  void areOfOnePasswordThoughBcryptRepeatsIt() {
    var kept = "$2b$04$uj3KYfS49eetjD6yR8kTf.LSKKoV4MWNQ7y78GkWrNgy2ZKZWQVmm";

    assertThat(verify("correct horse\0correct horse", kept)).isEqualTo(Match.DIFFERS);
  }
}
