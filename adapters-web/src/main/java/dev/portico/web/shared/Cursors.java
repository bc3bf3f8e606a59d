package dev.portico.web.shared;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Turns positions in lists into opaque cursors, and refuses any that is not of our making. */
public final class Cursors {

  private static final int MAC_BYTES = 16;
  private static final int MAX_CHARS = 256;

  private final RequestSecret secret;

  Cursors(RequestSecret secret) {
    this.secret = secret;
  }

  /**
   * A cursor for a position.
   *
   * @param list which list the position is in; a cursor of one list is worth nothing in another
   */
  public String seal(String list, byte[] position) {
    var sealed = Arrays.copyOf(position, position.length + MAC_BYTES);
    System.arraycopy(mac(secret, list, position), 0, sealed, position.length, MAC_BYTES);
    return inBase64(sealed);
  }

  /** The position in a cursor; empty unless {@link #seal} made it for this list. */
  public Optional<byte[]> open(String list, String cursor) {
    if (cursor.length() > MAX_CHARS) {
      return Optional.empty();
    }
    byte[] sealed;
    try {
      sealed = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (sealed.length < MAC_BYTES) {
      return Optional.empty();
    }
    int length = sealed.length - MAC_BYTES;
    var position = Arrays.copyOf(sealed, length);
    var mac = Arrays.copyOfRange(sealed, length, sealed.length);
    boolean ours =
        secret.each().anyMatch(one -> MessageDigest.isEqual(mac, mac(one, list, position)));
    return ours && inBase64(sealed).equals(cursor)
        // One spelling only: Base64 would also take other bits in the last character.
        ? Optional.of(position)
        : Optional.empty();
  }

  private static String inBase64(byte[] sealed) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  private static byte[] mac(RequestSecret secret, String list, byte[] position) {
    return Arrays.copyOf(secret.mac("cursor " + list, position), MAC_BYTES);
  }
}
