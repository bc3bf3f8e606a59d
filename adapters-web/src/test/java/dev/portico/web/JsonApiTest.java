package dev.portico.web;

import static dev.portico.web.Registrations.PATH;
import static dev.portico.web.Registrations.assertMalformed;
import static dev.portico.web.Registrations.assertRefusedAsMalformed;
import static dev.portico.web.Registrations.registrationText;
import static dev.portico.web.Registrations.utf8;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.rawJson;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bodies that are not quite JSON. Each is a registration that would go through if its one fault
 * were overlooked, so that a lenient parser shows.
 */
@ApiTest
class JsonApiTest {

  private static final String FULL_NAME = "\"full_name\":\"X\"";

  private final ServiceUnderTest service;

  JsonApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  @Test
  @DisplayName("IN-1: refusesEveryBeginningOfABody")
  void refusesEveryBeginningOfABody() {
    var name = uniqueName();
    var whole = registrationText(name);

    for (int length = 0; length < whole.length(); length++) {
      assertRefusedAsMalformed(service, utf8(whole.substring(0, length)), name);
    }
    // So none of them has taken the name.
    service.client().post(PATH, rawJson(whole)).expectStatus(201);
  }

  @ParameterizedTest
  @DisplayName("IN-1: refusesMoreThanOneValue")
  @ValueSource(strings = {"x", "{}", ",", "]", "}", "null", "\"\"", "//", "\0", "\ufeff"})
  void refusesMoreThanOneValue(String behind) {
    var name = uniqueName();

    assertMalformed(service, utf8(registrationText(name) + behind), name);
  }

  @ParameterizedTest
  @DisplayName("IN-1: refusesAMemberThatComesTwice")
  @ValueSource(
      strings = {
        "'full_name':'X','full_name':'Y'",
        "'full_name':'X','full_name':'X'",
        "'full_name':'X','full_n\\u0061me':'Y'",
        "'full_name':'X','\\u0066ull_name':null",
        "'full_name':'X','x':{'a':1,'a':2}",
        "'full_name':'X','x':[{'a':1,'\\u0061':2}]",
        "'full_name':'X','x':{'y':{'':1,'':2}}"
      })
  void refusesAMemberThatComesTwice(String members) {
    var name = uniqueName();

    assertMalformed(
        service, utf8(registrationText(name).replace(FULL_NAME, members.replace('\'', '"'))), name);
  }

  @ParameterizedTest
  @DisplayName("IN-1: refusesWhatOnlyLenientParsersRead")
  @ValueSource(
      strings = {
        "\"full_name\":NaN",
        "\"full_name\":Infinity",
        "\"full_name\":-Infinity",
        "\"full_name\":+1",
        "\"full_name\":01",
        "\"full_name\":.5",
        "\"full_name\":1.",
        "\"full_name\":0x1",
        "\"full_name\":True",
        "\"full_name\":undefined",
        "\"full_name\":",
        "\"full_name\":'X'",
        "\"full_name\":\"X\",",
        "'full_name':\"X\"",
        "full_name:\"X\"",
        "\"full_name\"=\"X\"",
        "/* a comment */\"full_name\":\"X\"",
        "\"full_name\":\"X\"//",
        "#\n\"full_name\":\"X\"",
        "\"full_name\":[1,,2]",
        "\"full_name\":[1,]",
        "\"full_name\":\"a\nb\"",
        "\"full_name\":\"a\tb\"",
        "\"full_name\":\"a\u0000b\"",
        "\"full_name\":\"\\x41\"",
        "\"full_name\":\"\\'\"",
        "\"full_name\":\"\\u00e\"",
        "\"full_name\":\"\\u00zz\"",
        "\u00a0\"full_name\":\"X\"",
        "\u0000\"full_name\":\"X\"",
        "\f\"full_name\":\"X\""
      })
  void refusesWhatOnlyLenientParsersRead(String member) {
    var name = uniqueName();

    assertMalformed(service, utf8(registrationText(name).replace(FULL_NAME, member)), name);
  }

  @ParameterizedTest
  @DisplayName("IN-1: refusesAnythingButAnObject")
  @ValueSource(strings = {"", " ", "[]", "[{}]", "\"text\"", "1", "true", "null"})
  void refusesAnythingButAnObject(String body) {
    service.client().post(PATH, rawJson(body)).expectStatus(400);
  }

  static Stream<Arguments> tooMuch() {
    return Stream.of(
        argumentSet("33 levels", "\"x\":" + "[".repeat(32) + "]".repeat(32)),
        argumentSet("33 levels of objects", "\"x\":" + "{\"a\":".repeat(32) + 1 + "}".repeat(32)),
        argumentSet("501 levels", "\"x\":" + "[".repeat(500) + "]".repeat(500)),
        argumentSet("100 000 levels", "\"x\":" + "[".repeat(100_000) + "]".repeat(100_000)),
        argumentSet("100 000 levels, never closed", "\"x\":" + "{\"a\":".repeat(100_000)),
        argumentSet("10 000 digits", "\"x\":" + "1".repeat(10_000)),
        argumentSet("10 000 decimals", "\"x\":0." + "1".repeat(10_000)),
        argumentSet("an exponent of 10 000 digits", "\"x\":1e" + "1".repeat(10_000)),
        argumentSet("a name of 100 000", "\"" + "x".repeat(100_000) + "\":1"));
  }

  @ParameterizedTest
  @DisplayName("IN-3: refusesTooMuchOfEverything")
  @MethodSource("tooMuch")
  void refusesTooMuchOfEverything(String member) {
    var name = uniqueName();

    assertMalformed(service, utf8(registrationText(name).replace(FULL_NAME, member)), name);
  }

  @Test
  @DisplayName("IN-3: readsThirtyTwoLevels")
  void readsThirtyTwoLevels() {
    var deep = "\"x\":" + "[".repeat(31) + "]".repeat(31);

    service
        .client()
        .post(PATH, rawJson(registrationText(uniqueName()).replace(FULL_NAME, deep)))
        .expectStatus(422)
        .expectErrorsAt("/x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " \t\r\n%s \n",
        "%s\n",
      })
  void readsWhiteSpaceAroundTheBody(String around) {
    service
        .client()
        .post(PATH, rawJson(around.formatted(registrationText(uniqueName()))))
        .expectStatus(201);
  }
}
