package dev.portico.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.domain.shared.Parsed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodeTest {

  private final OneTimeCode code = code(1);

  private static OneTimeCode code(int number) {
    byte[] secret = new byte[OneTimeCode.SECRET_BYTES];
    secret[9] = (byte) number;
    return new OneTimeCode(secret);
  }

  @Test
  void isReadAsItIsWritten() {
    var read = OneTimeCode.parse(code.reveal()).orThrow();

    assertThat(read).isEqualTo(code).hasSameHashCodeAs(code);
    assertThat(code).isNotEqualTo(code(2)).isNotEqualTo("pc_");
    assertThat(code).doesNotHaveSameHashCodeAs(code(2));
  }

  @Test
  void staysOutOfTexts() {
    assertThat(code).hasToString("OneTimeCode[hidden]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pc_", "PC_%s", "pc_%s=", " pc_%s", "pc_%s\n", "%s", "pc_%sA"})
  void isNothingElse(String form) {
    var odd = form.formatted(code.reveal().substring(3));

    assertThat(OneTimeCode.parse(odd)).isInstanceOf(Parsed.Refused.class);
  }

  /** 32 bytes leave two bits of the last character to spare. */
  @Test
  void isOneTextAlone() {
    var text = code.reveal();

    for (char last : new char[] {'B', 'C', 'D', '_'}) {
      assertThat(OneTimeCode.parse(text.substring(0, text.length() - 1) + last))
          .isInstanceOf(Parsed.Refused.class);
    }
  }

  // RF-8
  @Test
  void hasAnotherDigestForEachPurpose() {
    assertThat(Arrays.stream(CodePurpose.values()).map(code::digest))
        .doesNotHaveDuplicates()
        .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    assertThat(code.digest(CodePurpose.VERIFY_EMAIL))
        .isEqualTo(code(1).digest(CodePurpose.VERIFY_EMAIL))
        .isNotEqualTo(code(2).digest(CodePurpose.VERIFY_EMAIL));
  }

  @Test
  void hasAsManyBytesAsItHas() {
    assertThatThrownBy(() -> new OneTimeCode(new byte[OneTimeCode.SECRET_BYTES - 1]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
