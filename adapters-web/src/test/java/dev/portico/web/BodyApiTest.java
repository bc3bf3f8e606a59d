package dev.portico.web;

import static dev.portico.web.Registrations.PATH;
import static dev.portico.web.Registrations.assertNobodyIsCalled;
import static dev.portico.web.Registrations.registrationText;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.rawForm;
import static dev.portico.web.shared.TestRequest.rawJson;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestRequest.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies by type, encoding and size: what is refused has had no effect. */
@ApiTest
class BodyApiTest {

  private static final int MEBIBYTE = 1 << 20;

  private final ServiceUnderTest service;

  BodyApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  private static Content registrationAs(String mediaType, String name) {
    return new Content(mediaType, registrationText(name).getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @DisplayName("IN-6: refusesOtherMediaTypes")
  @ValueSource(
      strings = {
        "", // none at all
        "text/plain",
        "text/plain;charset=UTF-8",
        "text/json",
        "text/xml",
        "application/xml",
        "application/x-www-form-urlencoded",
        "application/jsonp",
        "application/vnd.api+json",
        "application/problem+json",
        "application/json-patch+json",
        "application/octet-stream",
        "multipart/form-data; boundary=x",
        "application/*",
        "*/*",
        "json",
        "application/",
        "application/json, text/plain",
        "application/json;charset=no-such",
        "application/json;charset=\"",
        ";"
      })
  void refusesOtherMediaTypes(String mediaType) {
    var name = uniqueName();

    service.client().post(PATH, registrationAs(mediaType, name)).expectStatus(415);
    assertNobodyIsCalled(name, service);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json;charset=UTF-8",
        "application/json; charset=utf-8",
        "APPLICATION/JSON"
      })
  void readsJsonHoweverItIsSpelled(String mediaType) {
    service.client().post(PATH, registrationAs(mediaType, uniqueName())).expectStatus(201);
  }

  @ParameterizedTest
  @DisplayName("IN-8: needsNoMediaTypeWhereItReadsNoBody")
  @ValueSource(
      strings = {
        "text/plain;charset=no-such",
        "text/plain;charset=%%",
        "text/plain;charset=a b",
        "text/plain;charset=",
        "text/plain;charset=\"",
        "charset=%%",
        "multipart/form-data"
      })
  void needsNoMediaTypeWhereItReadsNoBody(String mediaType) {
    for (var path : new String[] {"/", "/users/", "/docs", "/docs/docs.css", "/openapi.json"}) {
      service.client().get(path, "Content-Type", mediaType).expectStatus(200);
    }
  }

  @Test
  @DisplayName("IN-6: neverParsesXml")
  void neverParsesXml() {
    var bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>".getBytes(StandardCharsets.UTF_8);

    for (var path : new String[] {PATH, "/users/", "/auth/token", "/auth/token/cookie"}) {
      service.client().post(path, new Content("application/xml", bomb)).expectStatus(415);
    }
  }

  @ParameterizedTest
  @DisplayName("IN-6: hasNoEffectWhenItMayNotAnswer")
  @ValueSource(
      strings = {
        "text/html",
        "application/xml",
        "image/*",
        "application/jsonp",
        "garbage",
        "/",
        "a/b/c"
      })
  void hasNoEffectWhenItMayNotAnswer(String accept) {
    var name = uniqueName();

    service
        .client()
        .post(PATH, rawJson(registrationText(name)), "Accept", accept)
        .expectStatus(406);
    assertNobodyIsCalled(name, service);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/*", "application/json", "text/html, */*;q=0.1"})
  void answersWhereJsonIsTaken(String accept) {
    service
        .client()
        .post(PATH, rawJson(registrationText(uniqueName())), "Accept", accept)
        .expectStatus(201);
  }

  @ParameterizedTest
  @DisplayName("IN-2: refusesEncodedBodies")
  @ValueSource(strings = {"gzip", "GZIP", "deflate", "br", "zstd", "identity, gzip", "x", ""})
  void refusesEncodedBodies(String encoding) throws IOException {
    var name = uniqueName();
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(registrationText(name).getBytes(StandardCharsets.UTF_8));
    }

    for (var body :
        new byte[][] {
          zipped.toByteArray(), registrationText(name).getBytes(StandardCharsets.UTF_8)
        }) {
      service
          .client()
          .post(PATH, rawJson(body), "Content-Encoding", encoding)
          .expectStatus(415)
          .expectHeader("Accept-Encoding", "identity");
    }
    assertNobodyIsCalled(name, service);
  }

  @Test
  void readsABodyThatSaysItIsNotEncoded() {
    service
        .client()
        .post(PATH, rawJson(registrationText(uniqueName())), "Content-Encoding", "identity")
        .expectStatus(201);
  }

  private static String padded(String body, int length) {
    return body + " ".repeat(length - body.length());
  }

  @Test
  @DisplayName("IN-2: readsAMebibyteAndNotAByteMore")
  void readsAMebibyteAndNotAByteMore() {
    var name = uniqueName();
    var body = registrationText(name);

    service.client().post(PATH, rawJson(padded(body, MEBIBYTE + 1))).expectStatus(413);
    assertNobodyIsCalled(name, service);
    service.client().post(PATH, rawJson(padded(body, MEBIBYTE))).expectStatus(201);
  }

  @Test
  @DisplayName("IN-2: refusesAFormOfMoreThanAMebibyte")
  void refusesAFormOfMoreThanAMebibyte() {
    var form = "username=alice&password=x&scope=";

    for (var path : new String[] {"/auth/token", "/auth/token/cookie"}) {
      service
          .client()
          .post(path, rawForm(form + "a".repeat(MEBIBYTE + 1 - form.length())))
          .expectStatus(413)
          .expectJson("/error", "invalid_request");
      service
          .client()
          .post(path, rawForm(form + "a".repeat(MEBIBYTE - form.length())))
          .expectStatus(401);
    }
  }
}
