package dev.portico.web.access;

import dev.portico.web.shared.EntityTag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Documents for everybody, which may be kept for a while and asked for again by their tag. */
final class Published {

  /** Much less than a key is announced before it signs. */
  static final Duration MAX_AGE = Duration.ofMinutes(5);

  private Published() {}

  static ResponseEntity<byte[]> json(String document) {
    byte[] body = document.getBytes(StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.maxAge(MAX_AGE).cachePublic())
        .eTag(EntityTag.ofContent(body))
        .body(body);
  }
}
