package dev.portico.web.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portico.web.notifications.MailboxMailer.Kept;
import dev.portico.web.shared.HtmlPage;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The mails that nobody gets, for whoever tries the service without a mail server. */
@RestController
final class MailboxController {

  /** The list, newest first. */
  record MailboxJson(List<MailJson> items) {}

  /** A mail; without HTML, {@code html} is null. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record MailJson(
      UUID id, Instant keptAt, String to, String subject, String text, @Nullable String html) {

    static MailJson of(Kept kept) {
      var mail = kept.mail();
      return new MailJson(
          mail.id(),
          kept.at(),
          mail.to().text(),
          mail.subject(),
          mail.text(),
          mail.html().orElse(null));
    }
  }

  private final MailboxMailer mailbox;

  MailboxController(MailboxMailer mailbox) {
    this.mailbox = mailbox;
  }

  /** A page, or JSON for programs that rather have that (RFC 9110, section 12.5.1). */
  @GetMapping("/dev/mailbox")
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<?> list(
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    var kept = mailbox.kept();
    return prefersJson(accept)
        ? ResponseEntity.ok()
            .contentType(MediaType.APPLICATION_JSON)
            .body(new MailboxJson(kept.stream().map(MailJson::of).toList()))
        : page(MailboxPages.list(kept), MailboxPages.LIST_POLICY);
  }

  /** The heavier of the two counts, and where neither is named, the page. */
  private static boolean prefersJson(@Nullable String accept) {
    try {
      var ranges = MediaType.parseMediaTypes(accept);
      return weight(ranges, MediaType.APPLICATION_JSON) > weight(ranges, MediaType.TEXT_HTML);
    } catch (InvalidMediaTypeException unreadable) {
      return false;
    }
  }

  /** Of the ranges that include it the most specific decides. */
  private static double weight(List<MediaType> ranges, MediaType type) {
    return ranges.stream()
        .filter(range -> range.includes(type))
        .max(Comparator.comparingInt(MailboxController::specificity))
        .map(MediaType::getQualityValue)
        .orElse(0.0);
  }

  @GetMapping("/dev/mailbox/{id}")
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> mail(@PathVariable String id) {
    return page(MailboxPages.mail(find(id)), MailboxPages.MAIL_POLICY);
  }

  @GetMapping("/dev/mailbox/{id}/html")
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> html(@PathVariable String id) {
    var html = find(id).mail().html().orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
    return page(html, MailboxPages.HTML_POLICY);
  }

  private static int specificity(MediaType range) {
    return (range.isWildcardType() ? 0 : 1) + (range.isWildcardSubtype() ? 0 : 1);
  }

  private Kept find(String id) {
    return mailbox.kept().stream()
        .filter(kept -> kept.mail().id().toString().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
  }

  private static ResponseEntity<byte[]> page(String html, String policy) {
    return HtmlPage.of(html.getBytes(StandardCharsets.UTF_8), policy);
  }
}
