package dev.portico.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealingKeyTest {

  private static final byte[] LABEL = bytes("label");
  private static final byte[] PLAIN = bytes("what nobody may read");

  private final SealingKey key = new SealingKey(new byte[32]);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void opensWhatItSealed() {
    assertThat(key.open(key.seal(PLAIN, LABEL), LABEL)).contains(PLAIN);
  }

  @Test
  void sealsNothingTwiceAlike() {
    assertThat(key.seal(PLAIN, LABEL)).isNotEqualTo(key.seal(PLAIN, LABEL));
  }

  @Test
  void opensNothingUnderAnotherLabel() {
    assertThat(key.open(key.seal(PLAIN, LABEL), bytes("other"))).isEmpty();
  }

  @Test
  void opensNothingOfAnotherKey() {
    byte[] other = new byte[32];
    other[31] = 1;

    assertThat(new SealingKey(other).open(key.seal(PLAIN, LABEL), LABEL)).isEmpty();
  }

  @Test
  void opensNothingThatWasAltered() {
    byte[] sealed = key.seal(PLAIN, LABEL);
    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] ^= 1;
      assertThat(key.open(altered, LABEL)).isEmpty();
    }
  }

  @Test
  void opensNothingThatIsTooShort() {
    assertThat(key.open(new byte[0], LABEL)).isEmpty();
    assertThat(key.open(new byte[12], LABEL)).isEmpty();
  }

  @Test
  void isMadeOf32BytesOnly() {
    assertThatThrownBy(() -> new SealingKey(new byte[31])).hasMessageContaining("32");
    assertThatThrownBy(() -> new SealingKey(new byte[33])).hasMessageContaining("32");
  }

  @Test
  void doesNotShowItself() {
    assertThat(key).hasToString("SealingKey[hidden]");
  }
}
