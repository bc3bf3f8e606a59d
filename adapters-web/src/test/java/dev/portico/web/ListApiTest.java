package dev.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paging through a list: by a cursor of our making, or not at all (IN-7). */
@ApiTest
class ListApiTest {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final ServiceUnderTest service;

  ListApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  private TestResponse list(String query) {
    return service.client().get("/users/" + query);
  }

  private String cursor() {
    for (int i = 0; i < 2; i++) {
      service.newUser();
    }
    return list("?limit=1").expectStatus(200).text("/next_cursor");
  }

  private void assertNoCursor(String text) {
    var refused =
        list("?cursor=" + URLEncoder.encode(text, StandardCharsets.UTF_8)).expectStatus(400);
    assertThat(refused.text("/type")).endsWith("#malformed-request");
    if (text.length() > 10) {
      assertThat(refused.body()).doesNotContain(text);
    }
  }

  @Test
  void goesOnFromACursor() {
    var cursor = cursor();

    var answer = list("?limit=1&cursor=" + cursor).expectStatus(200);

    assertThat(answer.json().at("/items").size()).isEqualTo(1);
    list("?cursor=" + cursor).expectStatus(200);
  }

  @Test
  @DisplayName("IN-7: refusesACursorThatIsAlteredAnywhere")
  void refusesACursorThatIsAlteredAnywhere() {
    var cursor = cursor();

    for (int i = 0; i < cursor.length(); i++) {
      var other = ALPHABET.charAt((ALPHABET.indexOf(cursor.charAt(i)) + 1) % ALPHABET.length());
      assertNoCursor(cursor.substring(0, i) + other + cursor.substring(i + 1));
    }
  }

  @Test
  @DisplayName("IN-7: refusesACursorThatIsCut")
  void refusesACursorThatIsCut() {
    var cursor = cursor();

    for (int length = 0; length < cursor.length(); length++) {
      assertNoCursor(cursor.substring(0, length));
      assertNoCursor(cursor.substring(cursor.length() - length));
    }
  }

  @Test
  @DisplayName("IN-7: refusesACursorThatIsSpelledOtherwise")
  void refusesACursorThatIsSpelledOtherwise() {
    var cursor = cursor();
    var bytes = Base64.getUrlDecoder().decode(cursor);

    for (var other :
        List.of(
            cursor + "=",
            cursor + "==",
            cursor + "A",
            cursor + cursor,
            " " + cursor,
            cursor + " ",
            cursor + "\n",
            cursor.substring(0, 10) + "\r\n" + cursor.substring(10),
            '"' + cursor + '"',
            Base64.getUrlEncoder().encodeToString(bytes) + "=",
            java.util.HexFormat.of().formatHex(bytes),
            java.util.HexFormat.of().formatHex(bytes, 0, 24))) {
      assertNoCursor(other);
    }
  }

  @Test
  @DisplayName("IN-7: refusesACursorThatIsMadeUp")
  void refusesACursorThatIsMadeUp() {
    var made =
        new ArrayList<>(
            List.of("", "0", "null", "MQ", "' OR 1=1--", "../..", "\u0001", "\u202e", "é"));
    for (int length : new int[] {0, 15, 16, 17, 23, 24, 39, 40, 41, 64, 192, 200}) {
      made.add(Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[length]));
    }
    made.add("A".repeat(2_000));

    made.forEach(this::assertNoCursor);
  }

  @ParameterizedTest
  @DisplayName("IN-7: refusesALimitOutOfRange")
  @ValueSource(
      strings = {
        "0",
        "-1",
        "101",
        "1000000000",
        "99999999999999999999",
        "x",
        "",
        "1.0",
        "1e1",
        "0x1",
        "+1",
        "%2B1",
        "%201",
        "1%20",
        "%0a1",
        "%D9%A1",
        "%EF%BC%91",
        "0001",
        "null",
        "1;2",
        "1,2"
      })
  void refusesALimitOutOfRange(String limit) {
    list("?limit=" + limit).expectStatus(422).expectErrorsAt("/limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "001", "100"})
  void takesALimitInRange(String limit) {
    var items = list("?limit=" + limit).expectStatus(200).json().at("/items").size();

    assertThat(items).isLessThanOrEqualTo(Integer.parseInt(limit));
  }

  @Test
  void hasTwentyToAPageUnlessAskedForMore() {
    for (int i = 0; i < 21; i++) {
      service.add(service.someone().createdAt(Instant.parse("2998-01-01T00:00:00Z")).build());
    }

    assertThat(list("").expectStatus(200).json().at("/items").size()).isEqualTo(20);
  }

  @ParameterizedTest
  @DisplayName("IN-4: refusesAQueryThatIsBroken")
  @ValueSource(
      strings = {
        "?limit=1&limit=2",
        "?limit=1&lim%69t=1",
        "?limit=%00",
        "?x=%00",
        "?%00=x",
        "?x=%ff",
        "?x=%C0%80",
        "?x=%ED%A0%80"
      })
  void refusesAQueryThatIsBroken(String query) {
    list(query).expectStatus(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?", "?&&", "?x", "?=", "?=x", "?sort=%27--", "?x=%E2%80%A8%01%1B", "?LIMIT=0"})
  void ignoresWhatItDidNotAskFor(String query) {
    list(query).expectStatus(200);
  }
}
