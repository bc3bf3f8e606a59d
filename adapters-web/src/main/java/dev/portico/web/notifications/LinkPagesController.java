package dev.portico.web.notifications;

import dev.portico.web.shared.HtmlPage;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The pages that links in mails lead to. The code stands behind the hash sign, where we never see
 * it; only the press of a button on the page sends it, so whoever merely follows the link, such as
 * a program that looks for evil in mails, uses nothing up.
 */
@RestController
final class LinkPagesController {

  @GetMapping("/verify-email")
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> verifyEmail() {
    return HtmlPage.of(PageFiles.read("verify-email.html"), HtmlPage.OWN_FILES_ONLY);
  }

  @GetMapping("/reset-password")
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> resetPassword() {
    return HtmlPage.of(PageFiles.read("reset-password.html"), HtmlPage.OWN_FILES_ONLY);
  }

  @GetMapping("/confirm-subscription")
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> confirmSubscription() {
    return HtmlPage.of(PageFiles.read("confirm-subscription.html"), HtmlPage.OWN_FILES_ONLY);
  }

  @GetMapping("/pages/{name}")
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> asset(@PathVariable String name) {
    var type = PageFiles.typeOfAsset(name).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .body(PageFiles.read(name));
  }
}
