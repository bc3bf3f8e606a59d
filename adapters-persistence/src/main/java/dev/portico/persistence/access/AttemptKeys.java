package dev.portico.persistence.access;

import dev.portico.application.access.port.LoginAttempts.Admission.Admitted;
import dev.portico.domain.access.LoginAttempt;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What guesses are counted under: SHA-256 over the kind of key and its parts, each behind its
 * length, so that every key is as long as any other and what somebody typed is not kept.
 */
final class AttemptKeys {

  private AttemptKeys() {}

  static byte[] address(LoginAttempt attempt) {
    return digest("address", attempt.address());
  }

  /** Of all strangers together. */
  static byte[] account(LoginAttempt attempt) {
    return digest("account", attempt.account());
  }

  /** Of strangers, or of the one familiar address. */
  static byte[] account(Admitted admitted) {
    var attempt = admitted.attempt();
    return admitted.familiar()
        ? digest("familiar", attempt.account(), attempt.address())
        : account(attempt);
  }

  private static byte[] digest(String... parts) {
    var digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      // Without it, "a" + "bc" would be "ab" + "c".
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      digest.update(bytes);
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK knows SHA-256", impossible);
    }
  }
}
