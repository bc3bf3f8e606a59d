package dev.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.TestClient;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that links in mails lead to. */
@ApiTest
class LinkPagesApiTest {

  private static final Pattern ADDRESS = Pattern.compile("(?:src|href|action)=\"([^\"]*)\"");

  private final TestClient client;

  LinkPagesApiTest(TestClient client) {
    this.client = client;
  }

  @ParameterizedTest
  @CsvSource({
    "/verify-email,/auth/email/verify,Confirm your address",
    "/reset-password,/auth/password/reset,Choose another password",
    "/confirm-subscription,/notify/confirm,News from Portico"
  })
  void showAFormAndWhereItGoes(String path, String route, String title) {
    var page = client.get(path).expectStatus(200).body();

    assertThat(page).contains("data-post=\"" + route + "\"", "<h1>" + title + "</h1>");
  }

  // EM-2: whatever follows links without a person at the button, such as a scanner of mails, can
  // only fetch these; there is no code in the request, and nothing that could be used up.
  @ParameterizedTest
  @DisplayName("EM-2: areTheSameForEveryCodeAndChangeNothing")
  @ValueSource(strings = {"/verify-email", "/reset-password", "/confirm-subscription"})
  void areTheSameForEveryCodeAndChangeNothing(String path) {
    var page = client.get(path).expectStatus(200).body();

    assertThat(client.get(path + "?token=pc_abc").expectStatus(200).body()).isEqualTo(page);
    assertThat(page).doesNotContain("pc_abc");
    client.send("HEAD", path).expectStatus(200);
    client.send("POST", path).expectStatus(405).expectHeader("Allow", "GET, HEAD, OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/verify-email", "/reset-password", "/confirm-subscription"})
  void runNothingButOurOwnFiles(String path) {
    var answer = client.get(path).expectStatus(200);

    assertThat(answer.header("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .contains("form-action 'none'", "base-uri 'none'", "require-trusted-types-for 'script'")
        .doesNotContain("unsafe", "data:", "http");
    assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.body())
        .doesNotContainPattern("<script(?![^>]*src=)|<style|style=|\\son[a-z]+=|javascript:");
    assertThat(addressesIn(answer.body())).allMatch(it -> it.startsWith("/pages/"));
  }

  @Test
  void bringWhatTheyAskFor() {
    for (var address : addressesIn(client.get("/reset-password").body())) {
      client.get(address).expectStatus(200);
    }
    client.get("/pages/pages.css").expectHeader("Content-Type", "text/css");
    client.get("/pages/pages.js").expectHeader("Content-Type", "text/javascript");
    client.get("/pages/verify-email.html").expectStatus(404);
    client.get("/pages/x.js").expectStatus(404);
  }

  @Test
  @DisplayName("EM-2: sendTheCodeOnlyInTheBodyOfAPost")
  void sendTheCodeOnlyInTheBodyOfAPost() {
    var script = client.get("/pages/pages.js").expectStatus(200).body();

    assertThat(script)
        .contains("location.hash", "history.replaceState", "method: \"POST\"")
        .doesNotContain("location.search", "innerHTML", "eval(", "http:", "https:");
  }

  /** Without DEBUG there is no such address, as there is none that nobody ever thought of. */
  @ParameterizedTest
  @ValueSource(strings = {"/dev/mailbox", "/dev/mailbox/", "/dev/mailbox/x", "/dev/mailbox/x/html"})
  void showNobodyTheMailbox(String path) {
    var unknown = client.get("/dev/nowhere").expectStatus(404);

    for (var method : List.of("GET", "POST", "DELETE")) {
      assertThat(client.send(method, path).expectStatus(404).text("/detail"))
          .isEqualTo(unknown.text("/detail"));
    }
  }

  private static List<String> addressesIn(String page) {
    return ADDRESS.matcher(page).results().map(found -> found.group(1)).toList();
  }
}
