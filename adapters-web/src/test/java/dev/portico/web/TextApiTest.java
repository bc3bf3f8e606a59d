package dev.portico.web;

import static dev.portico.web.Registrations.PATH;
import static dev.portico.web.Registrations.assertNobodyIsCalled;
import static dev.portico.web.Registrations.registration;
import static dev.portico.web.Registrations.registrationWith;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;
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

/** Characters and members that nobody asked for. */
@ApiTest
class TextApiTest {

  /** Controls of both sets, what reorders text, and what breaks lines outside ASCII. */
  private static final String[] ODD = {
    "\u0001", "\b", "\t", "\n", "\r", "\u001b", "\u007f", "\u0085", "\u009f", "\u202a", "\u202e",
    "\u2066", "\u2069", "\u2028", "\u2029"
  };

  private final ServiceUnderTest service;

  TextApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  private TestResponse register(String member, Object value) {
    return service.client().post(PATH, json(registrationWith(member, value)));
  }

  static Stream<Arguments> oddCharacters() {
    return Arrays.stream(ODD)
        .flatMap(odd ->
            Stream.of(
                arguments("username", "a" + odd + "bc"),
                arguments("username", "abc" + odd),
                arguments("email", "a" + odd + "b@example.com"),
                arguments("email", "ab@exam" + odd + "ple.com"),
                arguments("email", "ab@example.com" + odd),
                arguments("full_name", "a" + odd + "b"),
                arguments("full_name", odd + "a")));
  }

  @ParameterizedTest
  @DisplayName("IN-4: refusesOddCharactersInEveryField")
  @MethodSource("oddCharacters")
  void refusesOddCharactersInEveryField(String field, String value) {
    register(field, value).expectStatus(422).expectErrorsAt("/" + field);
  }

  @Test
  @DisplayName("IN-4: readsOddCharactersInAPassword")
  void readsOddCharactersInAPassword() {
    var name = uniqueName();
    var members = registration(name);
    members.put("password", String.join("x", ODD));

    service.client().post(PATH, json(members)).expectStatus(201);
  }

  @Test
  @DisplayName("IN-4: findsNobodyByOddCharactersInThePath")
  void findsNobodyByOddCharactersInThePath() {
    for (var odd : new String[] {"%C2%85", "%C2%9F", "%E2%80%AE", "%E2%80%A8", "%F0%9F%A6%8A"}) {
      service.client().get("/users/a" + odd).expectStatus(404).expectDetail("User not found");
    }
  }

  @ParameterizedTest
  @DisplayName("AZ-3: letsNobodySetMoreThanTheirOwnFields")
  @ValueSource(
      strings = {
        "id",
        "user_id",
        "owner_id",
        "is_active",
        "isActive",
        "active",
        "role",
        "roles",
        "is_admin",
        "admin",
        "email_verified",
        "created_at",
        "createdAt",
        "password_hash",
        "passwordHash",
        "hashed_password",
        "version",
        "balance",
        "fullName",
        "Username",
        "username ",
        "__proto__",
        "constructor",
        "class",
        "@type"
      })
  void letsNobodySetMoreThanTheirOwnFields(String member) {
    var name = uniqueName();
    var members = registration(name);
    members.put(member, "true");

    service
        .client()
        .post(PATH, json(members))
        .expectStatus(422)
        .expectErrorsAt("/" + member)
        .expectJson("/errors/0/detail", "is not known here");
    assertNobodyIsCalled(name, service);
  }

  @Test
  @DisplayName("AZ-3: readsNoFieldsFromTheQuery")
  void readsNoFieldsFromTheQuery() {
    var name = uniqueName();

    var created =
        service
            .client()
            .post(
                PATH + "?is_active=false&id=1&username=other&role=admin&full_name=Other",
                json(registration(name)))
            .expectStatus(201)
            .expectJson("/username", name)
            .expectJson("/full_name", "Test User")
            .expectJson("/is_active", true);
    assertThat(created.text("/id")).hasSize(36);
  }
}
