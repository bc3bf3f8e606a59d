package dev.portico.web;

import static dev.portico.web.Registrations.PATH;
import static dev.portico.web.Registrations.assertMalformed;
import static dev.portico.web.Registrations.registrationText;
import static dev.portico.web.Registrations.utf8;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.rawJson;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies whose bytes or characters are no text, each right but for that. */
@ApiTest
class EncodingApiTest {

  private static final String FULL_NAME = "\"full_name\":\"X\"";

  private final ServiceUnderTest service;

  EncodingApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  @ParameterizedTest
  @DisplayName("IN-1, IN-4: refusesTextThatIsNoText")
  @ValueSource(
      strings = {
        "\"full_name\":\"\\u0000\"",
        "\"full_name\":\"a\\u0000b\"",
        "\"full_name\":\"\\ud800\"",
        "\"full_name\":\"\\udc00\"",
        "\"full_name\":\"\\udc00\\ud800\"",
        "\"full_name\":\"\\ud83e\\ud83e\\udd8a\"",
        "\"full_name\":[\"\\u0000\"]",
        "\"full_name\":{\"x\":[{\"y\":\"\\ud800\"}]}",
        "\"full_name\\u0000\":\"X\"",
        "\"\\ud800\":\"X\"",
        "\"x\":{\"\\u0000\":1}"
      })
  void refusesTextThatIsNoText(String member) {
    var name = uniqueName();

    assertMalformed(service, utf8(registrationText(name).replace(FULL_NAME, member)), name);
  }

  @ParameterizedTest
  @DisplayName("IN-1: refusesBytesThatAreNotUtf8")
  @ValueSource(
      strings = {
        "80", // a continuation of nothing
        "c3", // a beginning of nothing
        "e282", // the same, of three
        "fe",
        "ff",
        "c080", // NUL, overlong
        "c0af", // a slash, overlong
        "c1a1", // a letter, overlong
        "e080af", // a slash, overlong in three
        "f08080af", // and in four
        "eda080", // half of a surrogate pair
        "eda0bdedb88a", // both halves, the way of CESU-8
        "f4908080", // beyond U+10FFFF
        "f8888080af" // five bytes
      })
  void refusesBytesThatAreNotUtf8(String hex) {
    var name = uniqueName();
    var parts = registrationText(name).split("X", 2);
    var body = new ByteArrayOutputStream();

    body.writeBytes(utf8(parts[0]));
    body.writeBytes(HexFormat.of().parseHex(hex));
    body.writeBytes(utf8(parts[1]));

    assertMalformed(service, body.toByteArray(), name);
  }

  @ParameterizedTest
  @DisplayName("IN-1: refusesOtherEncodings")
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
  void refusesOtherEncodings(String charset) {
    var name = uniqueName();

    assertMalformed(service, registrationText(name).getBytes(Charset.forName(charset)), name);
  }

  @Test
  @DisplayName("IN-1: refusesAByteOrderMark")
  void refusesAByteOrderMark() {
    var name = uniqueName();

    assertMalformed(service, utf8("\ufeff" + registrationText(name)), name);
  }

  @Test
  void readsEscapesAsTheCharactersTheyAre() {
    var name = uniqueName();
    var escaped = registrationText(name).replace("X", "\\u0041\\ud83e\\udd8a\\/\\\"");

    service
        .client()
        .post(PATH, rawJson(escaped.replace("\"username\"", "\"user\\u006eame\"")))
        .expectStatus(201)
        .expectJson("/username", name)
        .expectJson("/full_name", "A🦊/\"");
  }
}
