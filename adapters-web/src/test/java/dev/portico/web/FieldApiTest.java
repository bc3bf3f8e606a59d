package dev.portico.web;

import static dev.portico.web.Registrations.PATH;
import static dev.portico.web.Registrations.assertNobodyIsCalled;
import static dev.portico.web.Registrations.registration;
import static dev.portico.web.Registrations.registrationText;
import static dev.portico.web.Registrations.registrationWith;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.json;
import static dev.portico.web.shared.TestRequest.rawJson;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in a field, at its bounds and beyond. */
@ApiTest
class FieldApiTest {

  private final ServiceUnderTest service;

  FieldApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  private TestResponse register(String member, Object value) {
    return service.client().post(PATH, json(registrationWith(member, value)));
  }

  static Stream<Arguments> wrongTypes() {
    return Stream.of("username", "email", "password", "full_name")
        .flatMap(field ->
            Stream.of(
                    "1",
                    "-0",
                    "1.5",
                    "1e400",
                    "-1e400",
                    "9223372036854775808",
                    "true",
                    "false",
                    "[]",
                    "{}",
                    "[\"text\"]",
                    "{\"text\":\"text\"}")
                .map(value -> arguments(field, value)));
  }

  @ParameterizedTest
  @DisplayName("IN-6: refusesOtherTypesOfValues")
  @MethodSource("wrongTypes")
  void refusesOtherTypesOfValues(String field, String value) {
    var name = uniqueName();
    var body = registrationText(name).replaceFirst("\"" + field + "\":\"[^\"]*\"", "");

    service
        .client()
        .post(PATH, rawJson("{\"" + field + "\":" + value + "," + members(body)))
        .expectStatus(422)
        .expectErrorsAt("/" + field)
        .expectJson("/errors/0/detail", "must be a string");
    assertNobodyIsCalled(name, service);
  }

  /** What follows the opening brace, without a comma at either end or two in a row. */
  private static String members(String body) {
    return body.substring(1).replaceFirst("^,", "").replace(",,", ",").replace(",}", "}");
  }

  @ParameterizedTest
  @DisplayName("IN-6: asksForAFieldThatIsNull")
  @ValueSource(strings = {"username", "email", "password"})
  void asksForAFieldThatIsNull(String field) {
    var nothing = registration(uniqueName());
    nothing.put(field, null);
    var missing = registration(uniqueName());
    missing.remove(field);

    for (var members : Arrays.asList(nothing, missing)) {
      service
          .client()
          .post(PATH, json(members))
          .expectStatus(422)
          .expectErrorsAt("/" + field)
          .expectJson("/errors/0/detail", "is required");
    }
  }

  @Test
  @DisplayName("IN-6: namesEveryMistakeAtOnce")
  void namesEveryMistakeAtOnce() {
    service
        .client()
        .post(
            PATH,
            json("username", "x", "email", 1, "full_name", "", "a/b", 1, "m~n", 2, "", 3, "ä\"", 4))
        .expectStatus(422)
        .expectErrorsAt(
            "/username", "/email", "/password", "/full_name", "/a~1b", "/m~0n", "/", "/ä\"");
  }

  static Stream<Arguments> tooShortOrLong() {
    return Stream.of(
        arguments("username", ""),
        arguments("username", "ab"),
        arguments("username", "a".repeat(33)),
        arguments("username", "a".repeat(100_000)),
        arguments("email", ""),
        arguments("email", email(255)),
        arguments("email", "a".repeat(65) + "@example.com"),
        arguments("email", "a@" + "b".repeat(64) + ".com"),
        arguments("email", "a@" + "ü".repeat(100_000) + ".com"),
        arguments("full_name", ""),
        arguments("full_name", " "),
        arguments("full_name", "\u3000"),
        arguments("full_name", "é".repeat(101)),
        arguments("full_name", "🦊".repeat(101)),
        arguments("full_name", "a".repeat(100_000)),
        arguments("password", ""),
        arguments("password", "a".repeat(100_000)));
  }

  private static String email(int length) {
    var name = uniqueName();
    var tail = ("." + "b".repeat(61)).repeat(3) + ".com";
    return name + "@" + "c".repeat(length - name.length() - 1 - tail.length()) + tail;
  }

  @ParameterizedTest
  @DisplayName("IN-6: refusesWhatIsTooShortOrTooLong")
  @MethodSource("tooShortOrLong")
  void refusesWhatIsTooShortOrTooLong(String field, String value) {
    register(field, value).expectStatus(422).expectErrorsAt("/" + field);
  }

  static Stream<Arguments> justRight() {
    return Stream.of(
        arguments("username", uniqueName() + "x".repeat(11)),
        arguments("username", uniqueName().substring(18)),
        arguments("email", email(254)),
        arguments("email", uniqueName() + "a".repeat(43) + "@example.com"),
        arguments("full_name", "X"),
        arguments("full_name", "é".repeat(100)),
        arguments("full_name", "🦊".repeat(100)),
        arguments("full_name", " <script>alert('1')</script> \"\\ %s ${jndi:x} 漢字 עברית "));
  }

  @ParameterizedTest
  @DisplayName("IN-6, IN-7: keepsWhatIsJustRightAsItIs")
  @MethodSource("justRight")
  void keepsWhatIsJustRightAsItIs(String field, String value) {
    register(field, value).expectStatus(201).expectJson("/" + field, value);
  }
}
