package dev.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.TestClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The page to talk by. What it does is tried in a browser: see .ci/try-chat. */
@ApiTest
class ChatPageApiTest {

  private final TestClient client;

  ChatPageApiTest(TestClient client) {
    this.client = client;
  }

  @Test
  void runsNothingButOurOwnFiles() {
    var page = client.get("/chat").expectStatus(200);

    assertThat(page.header("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
        .contains("require-trusted-types-for 'script'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "data:", "http");
    assertThat(page.body())
        .contains("href=\"/chat/chat.css\"", "src=\"/chat/chat.js\"")
        .doesNotContainPattern("<script(?![^>]*src=)|<style|style=|\\son[a-z]+=|javascript:");
  }

  @Test
  void hasANameForEverythingInIt() {
    assertThat(client.get("/chat").body())
        .contains("lang=\"en\"", "role=\"log\" aria-label=", "<label for=\"text\">")
        .contains("role=\"status\"", "role=\"alert\"", "name=\"viewport\"");
  }

  @Test
  void bringsWhatItAsksForAndNothingElse() {
    client.get("/chat/chat.css").expectStatus(200).expectHeader("Content-Type", "text/css");
    client.get("/chat/chat.js").expectStatus(200).expectHeader("Content-Type", "text/javascript");
    client.get("/chat/chat.html").expectStatus(404);
    client.get("/chat/lobby").expectStatus(404);
    client.send("POST", "/chat").expectStatus(405);
  }

  @Test
  @DisplayName("WS-6: showsTextAsText")
  void showsTextAsText() {
    assertThat(client.get("/chat/chat.js").expectStatus(200).body())
        .contains("content.textContent = message.content", "author.textContent = message.author")
        .doesNotContain("innerHTML", "insertAdjacentHTML", "eval(", "token=", "access_token");
  }
}
