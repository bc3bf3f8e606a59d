package dev.portico.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Documents for everybody, which may be kept for a while and asked for again by their tag. */
final class Published {

  /** Much less than a key is announced before it signs. */
  static final Duration MAX_AGE = Duration.ofMinutes(5);

  private static final int TAG_CHARS = 22;

  private Published() {}

  static ResponseEntity<byte[]> json(String document) {
    byte[] body = document.getBytes(StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.maxAge(MAX_AGE).cachePublic())
        .eTag(tag(body))
        .body(body);
  }

  private static String tag(byte[] body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(body);
      return Base64.getUrlEncoder().encodeToString(digest).substring(0, TAG_CHARS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
