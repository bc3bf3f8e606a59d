package dev.portico.persistence.shared;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what must not be readable in a copy of the database: AES-256 in Galois/Counter Mode (NIST
 * SP 800-38D), a fresh nonce of 96 bits each time.
 */
public final class SealingKey {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final List<SealingKey> others;
  private final SecureRandom random = new SecureRandom();

  /**
   * The key is copied.
   *
   * @param bytes {@value #KEY_BYTES}, from a generator or a key derivation, for this use alone
   */
  public SealingKey(byte[] bytes) {
    this(bytes, List.of());
  }

  /**
   * The same, which also opens what was sealed with others.
   *
   * @param others of as many bytes each; nothing is sealed with them
   */
  public SealingKey(byte[] bytes, List<byte[]> others) {
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("a sealing key has " + KEY_BYTES + " bytes");
    }
    key = new SecretKeySpec(bytes, "AES");
    this.others = others.stream().map(SealingKey::new).toList();
  }

  /**
   * Nonce, cipher text and tag.
   *
   * @param label what is sealed; opening it asks for the same label, so that two sealed things
   *     cannot be swapped
   */
  public byte[] seal(byte[] plain, byte[] label) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, label, plain, 0).orElseThrow();
    byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
    return all;
  }

  /** What was sealed; empty if it was sealed with no key or label of ours, or altered since. */
  public Optional<byte[]> open(byte[] sealed, byte[] label) {
    return openAlone(sealed, label)
        .or(() ->
            others.stream().flatMap(other -> other.openAlone(sealed, label).stream()).findFirst());
  }

  /** Whether it was sealed with the key that {@link #seal} seals with. */
  public boolean isPresentSeal(byte[] sealed, byte[] label) {
    return openAlone(sealed, label).isPresent();
  }

  private Optional<byte[]> openAlone(byte[] sealed, byte[] label) {
    return sealed.length < NONCE_BYTES
        ? Optional.empty()
        : run(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), label, sealed, NONCE_BYTES);
  }

  private Optional<byte[]> run(int mode, byte[] nonce, byte[] label, byte[] text, int offset) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(label);
      return Optional.of(cipher.doFinal(text, offset, text.length - offset));
    } catch (AEADBadTagException notOurs) {
      return Optional.empty();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK knows AES in GCM", impossible);
    }
  }

  /** Never the key: it may end up in a log. */
  @Override
  public String toString() {
    return "SealingKey[hidden]";
  }
}
