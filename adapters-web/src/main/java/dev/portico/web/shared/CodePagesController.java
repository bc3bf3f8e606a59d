package dev.portico.web.shared;

import dev.portico.web.shared.RoutePolicy.Who;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the links in mails lead. To look at a page changes nothing, since mail scanners follow
 * every link; its button does. The code stands behind the {@code #} and does not reach the service
 * before.
 */
@RestController
final class CodePagesController {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  @GetMapping("/verify-email")
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> verifyEmail() {
    return page("verify-email.html");
  }

  @GetMapping("/reset-password")
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> resetPassword() {
    return page("reset-password.html");
  }

  private static ResponseEntity<byte[]> page(String name) {
    return ResponseEntity.ok()
        .contentType(HTML)
        .header("Content-Security-Policy", SecurityHeaders.PAGE_POLICY)
        .body(DocsFiles.ours(name));
  }
}
