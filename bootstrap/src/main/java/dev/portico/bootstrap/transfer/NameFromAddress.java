package dev.portico.bootstrap.transfer;

import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.Username;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Names those who had none but their address: what stands before the {@code @}, and six digits of
 * the address's SHA-256, so that two of one local part do not meet. The same address always gives
 * the same name, so that importing it again finds it there.
 */
final class NameFromAddress {

  private static final int MOST_OF_LOCAL_PART = 24;
  private static final int DIGEST_BYTES = 3;

  private NameFromAddress() {}

  static Username of(EmailAddress email) {
    var local = email.localPart().replaceAll("[^A-Za-z0-9._-]+", "-");
    var start = local.substring(0, Math.min(local.length(), MOST_OF_LOCAL_PART));
    var word = start.replaceAll("^[^A-Za-z0-9]+|[^A-Za-z0-9]+$", "");
    var digits = digits(email.key());
    // A guest's name is no user's; see Username.
    return Username.parse(word.isEmpty() ? digits : word + "-" + digits)
        .asOptional()
        .orElseGet(() -> new Username("user-" + digits));
  }

  private static String digits(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
