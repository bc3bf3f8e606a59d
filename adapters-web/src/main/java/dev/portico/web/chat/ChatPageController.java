package dev.portico.web.chat;

import dev.portico.web.shared.HtmlPage;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A page to talk by, made of files and nothing else. */
@RestController
final class ChatPageController {

  private static final String FOLDER = "/dev/portico/web/pages/";

  /** Everything that the page may ask for; nothing else is ever looked up. */
  private static final Map<String, String> ASSETS =
      Map.of("chat.css", "text/css", "chat.js", "text/javascript");

  @GetMapping("/chat")
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> page() {
    return HtmlPage.of(read("chat.html"), HtmlPage.OWN_FILES_ONLY);
  }

  @GetMapping("/chat/{name}")
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> asset(@PathVariable String name) {
    var type =
        Optional.ofNullable(ASSETS.get(name)).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(type)).body(read(name));
  }

  private static byte[] read(String name) {
    try (var in = ChatPageController.class.getResourceAsStream(FOLDER + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
