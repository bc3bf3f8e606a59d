package dev.portico.web.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How states of things are named on the wire: by strong entity tags (RFC 9110, 8.8.3). */
public final class EntityTag {

  /** 132 bits, which no two answers share by chance. */
  private static final int CONTENT_CHARS = 22;

  private EntityTag() {}

  /** The tag of a version, quotes and all. */
  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /** The tag of an answer that is the same to everybody, by its bytes. */
  public static String ofContent(byte[] body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(body);
      var text = Base64.getUrlEncoder().encodeToString(digest);
      return "\"" + text.substring(0, CONTENT_CHARS) + "\"";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
