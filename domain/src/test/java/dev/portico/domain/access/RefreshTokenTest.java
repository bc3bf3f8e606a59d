package dev.portico.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

  private static final SessionId ID = new SessionId(new UUID(0x7000L, 0x8000000000000001L));

  private final RefreshToken token = token(7);

  private static RefreshToken token(int number) {
    byte[] secret = new byte[RefreshToken.SECRET_BYTES];
    secret[3] = 1;
    return new RefreshToken(ID, number, secret, new byte[RefreshToken.TAG_BYTES]);
  }

  @Test
  void isReadAsItIsWritten() {
    var read = RefreshToken.parse(token.reveal()).orThrow();

    assertThat(read).isEqualTo(token).hasSameHashCodeAs(token);
    assertThat(read.session()).isEqualTo(ID);
    assertThat(read.number()).isEqualTo(7);
    assertThat(read.secret()).isEqualTo(token.secret());
    assertThat(token).isNotEqualTo(token(8)).isNotEqualTo("prt_");
    assertThat(token.hashCode()).isNotZero();
  }

  @Test
  void staysOutOfTexts() {
    assertThat(token).hasToString("RefreshToken[hidden]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "prt_", "PRT_%s", "%s=", " %s", "%s ", "prt_%s", "%sA"})
  void isNothingElse(String form) {
    var odd = form.formatted(token.reveal().substring(form.startsWith("PRT") ? 4 : 0));

    assertThat(RefreshToken.parse(odd)).isInstanceOf(Parsed.Refused.class);
  }

  /** 68 bytes leave two bits of the last character to spare. */
  @Test
  void isOneTextAlone() {
    var text = token.reveal();

    for (char last : new char[] {'B', 'C', 'D', '_'}) {
      assertThat(RefreshToken.parse(text.substring(0, text.length() - 1) + last))
          .isInstanceOf(Parsed.Refused.class);
    }
  }
}
