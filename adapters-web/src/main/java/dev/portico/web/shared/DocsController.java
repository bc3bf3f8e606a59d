package dev.portico.web.shared;

import dev.portico.web.shared.RoutePolicy.Who;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The description of the API for programs and for people. */
@RestController
final class DocsController {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private final OpenApi openApi;

  DocsController(OpenApi openApi) {
    this.openApi = openApi;
  }

  @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> openApi() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noCache())
        .body(openApi.document());
  }

  @GetMapping("/docs")
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> docs() {
    return page(DocsFiles.page());
  }

  @GetMapping("/docs/problems")
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> problems() {
    return page(DocsFiles.problems());
  }

  @GetMapping("/docs/{name}")
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> asset(@PathVariable String name) {
    var asset = DocsFiles.asset(name).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(asset.mediaType()))
        .cacheControl(CacheControl.noCache())
        .body(asset.content());
  }

  private static ResponseEntity<byte[]> page(byte[] html) {
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noCache())
        .header("Content-Security-Policy", SecurityHeaders.PAGE_POLICY)
        .body(html);
  }
}
