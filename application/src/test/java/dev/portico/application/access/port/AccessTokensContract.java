package dev.portico.application.access.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.port.AccessTokens.Verification;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.users.UserId;
import dev.portico.testkit.TestTime;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kind of access token promises. */
public abstract class AccessTokensContract {

  private static final Duration LIFETIME = Duration.ofMinutes(30);

  /** As much as the port allows a token to outlive its lifetime. */
  private static final Duration LEEWAY = Duration.ofMinutes(1);

  private final UserId alice = new UserId(new UUID(0x7000L, 0x8000000000000001L));

  private final SessionId session = new SessionId(new UUID(0x7000L, 0x8000000000000002L));

  protected final TestTime time = new TestTime();

  /** Tokens that go by {@link #time}. */
  protected abstract AccessTokens tokens();

  private String token() {
    return tokens().issue(alice, session, LIFETIME).value();
  }

  @Test
  void areGenuineForWhomTheyWereIssued() {
    assertThat(tokens().verify(token())).isEqualTo(new Verification.Genuine(alice, session));
  }

  @Test
  void haveThreeParts() {
    assertThat(token().split("\\.", -1)).hasSize(3);
  }

  @Test
  void sayHowLongTheyAreGood() {
    assertThat(tokens().issue(alice, session, LIFETIME).lifetime()).isEqualTo(LIFETIME);
  }

  @Test
  void areNeverAlike() {
    assertThat(token()).isNotEqualTo(token());
  }

  @Test
  void areGenuineForTheirWholeLifetime() {
    var token = token();
    time.advance(LIFETIME.minusSeconds(1));

    assertThat(tokens().verify(token)).isEqualTo(new Verification.Genuine(alice, session));
  }

  @Test
  void areExpiredAMinuteAfterIt() {
    var token = token();
    time.advance(LIFETIME.plus(LEEWAY).plusSeconds(1));

    assertThat(tokens().verify(token)).isEqualTo(new Verification.Expired());
  }

  @Test
  void expireThoughTheyWereVerifiedBefore() {
    var token = token();
    assertThat(tokens().verify(token)).isEqualTo(new Verification.Genuine(alice, session));
    time.advance(LIFETIME.plus(LEEWAY).plusSeconds(1));

    assertThat(tokens().verify(token)).isEqualTo(new Verification.Expired());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "null", "\u0000", "e30.e30.", "é.é.é"})
  void areNotJustAnyText(String text) {
    assertThat(tokens().verify(text)).isEqualTo(new Verification.NotGenuine());
  }

  @Test
  void areNotGenuineOnceTouched() {
    var token = token();

    assertThat(tokens().verify(token + "A")).isEqualTo(new Verification.NotGenuine());
    assertThat(tokens().verify("A" + token)).isEqualTo(new Verification.NotGenuine());
    assertThat(tokens().verify(token.substring(0, token.length() - 2)))
        .isEqualTo(new Verification.NotGenuine());
    assertThat(tokens().verify(" " + token)).isEqualTo(new Verification.NotGenuine());
  }
}
