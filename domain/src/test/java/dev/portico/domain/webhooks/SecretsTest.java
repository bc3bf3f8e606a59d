package dev.portico.domain.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// WH-1
class SecretsTest {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");

  private final Secrets first = Secrets.of(WebhookBuilder.secret(1));

  private static Secrets rotated(Secrets secrets, int number, Instant at) {
    return secrets.rotated(WebhookBuilder.secret(number), at).orElseThrow();
  }

  /** The example of the specification's own libraries. */
  @Test
  void signsAsTheStandardSays() {
    var secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orThrow();

    assertThat(
            secret.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void signsWithTheFormerOneAsWellForADay() {
    var second = rotated(first, 2, NOON);
    var before = NOON.plus(Secrets.OVERLAP).minusMillis(1);

    assertThat(first.sign("m", NOON, "b").split(" ")).hasSize(1);
    assertThat(second.sign("m", before, "b").split(" "))
        .containsExactly(
            WebhookBuilder.secret(2).sign("m", before, "b"),
            WebhookBuilder.secret(1).sign("m", before, "b"));
    assertThat(second.sign("m", NOON.plus(Secrets.OVERLAP), "b").split(" ")).hasSize(1);
  }

  @Test
  void keepsNoMoreThanFiveAtOnce() {
    var many = first;
    for (int i = 2; i <= 5; i++) {
      many = rotated(many, i, NOON);
    }

    assertThat(many.rotated(WebhookBuilder.secret(6), NOON)).isEmpty();
    assertThat(rotated(many, 6, NOON.plus(Secrets.OVERLAP)).former()).hasSize(1);
  }

  @Test
  void readsWhatItWrote() {
    var many = rotated(rotated(first, 2, NOON), 3, NOON.plusNanos(123_000));

    assertThat(Secrets.parse(many.toText()).orThrow()).isEqualTo(many);
    assertThat(many.toString()).doesNotContain(WebhookBuilder.secret(2).reveal().substring(6));
  }

  @Test
  void hasTheFormOfTheStandard() {
    assertThat(WebhookBuilder.secret(1).reveal()).matches("whsec_[A-Za-z0-9+/]{43}=");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 23, 65})
  void hasTheLengthOfTheStandard(int bytes) {
    assertThatIllegalArgumentException().isThrownBy(() -> new WebhookSecret(new byte[bytes]));
    assertThat(
            WebhookSecret.parse("whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]))
                .asOptional())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec_", "whsec_!", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
  void readsNoSecretThatIsNone(String text) {
    assertThat(WebhookSecret.parse(text).asOptional()).isEmpty();
  }
}
