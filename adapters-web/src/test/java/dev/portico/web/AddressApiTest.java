package dev.portico.web;

import static dev.portico.web.Registrations.PATH;
import static dev.portico.web.Registrations.registration;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestResponse;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One account an address, whatever the address is spelled like (IN-5). */
@ApiTest
class AddressApiTest {

  private final ServiceUnderTest service;

  AddressApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  private TestResponse register(String email) {
    var members = registration(uniqueName());
    members.put("email", email);
    return service.client().post(PATH, json(members));
  }

  @ParameterizedTest
  @DisplayName("IN-5: knowsAnAddressInAnySpelling")
  @ValueSource(
      strings = {
        "%s@BÜCHER.example.com",
        "%s@bu\u0308cher.example.com",
        "%s@xn--bcher-kva.example.com",
        "%s@XN--BCHER-KVA.EXAMPLE.COM",
        "%s@bücher\u3002example.com",
        "%s@bücher\uff0eexample.com",
        "%s@ｂücher.example.com"
      })
  void knowsAnAddressInAnySpelling(String spelling) {
    var name = uniqueName();
    register(name + "@bücher.example.com")
        .expectStatus(201)
        .expectJson("/email", name + "@xn--bcher-kva.example.com");

    register(spelling.formatted(name)).expectStatus(400).expectDetail("Email already registered");
    register(spelling.formatted(name.toUpperCase(Locale.ROOT)))
        .expectStatus(400)
        .expectDetail("Email already registered");
  }

  @Test
  @DisplayName("IN-5: signsInByAnySpellingOfTheAddress")
  void signsInByAnySpellingOfTheAddress() {
    var name = uniqueName();
    register(name + "@bücher.example.com").expectStatus(201);

    for (var spelling : new String[] {"@bücher.example.com", "@XN--BCHER-KVA.example.com"}) {
      service
          .client()
          .post("/auth/token", form("username", name + spelling, "password", "TestPass123!"))
          .expectStatus(200);
    }
  }

  @ParameterizedTest
  @DisplayName("IN-5: refusesLookAlikesAndOtherForms")
  @ValueSource(
      strings = {
        "%s＠example.com",
        "%s\ufe6bexample.com",
        "%s@ex＠ample.com",
        "\u212a%s@example.com", // the Kelvin sign
        "\u0131%s@example.com", // a dotless i
        "\u0430%s@example.com", // a Cyrillic a
        "ü%s@example.com",
        "%s@example",
        "%s@",
        "@example.com",
        "%s",
        "%s@@example.com",
        "%s@x@example.com",
        ".%s@example.com",
        "%s.@example.com",
        "a..%s@example.com",
        "%s@.example.com",
        "%s@example..com",
        "%s@example.com.",
        "%s@-example.com",
        "%s@example-.com",
        "%s@exa_mple.com",
        "%s@exam ple.com",
        "%s@[127.0.0.1]",
        "%s@127.0.0.1",
        "\"%s\"@example.com",
        "%s(comment)@example.com",
        "Alice <%s@example.com>",
        "<%s@example.com>",
        " %s@example.com",
        "%s@example.com ",
        "%s@example.com,other@example.com",
        "%s@example.com;other@example.com",
        "mailto:%s@example.com",
        "%s%%0abcc:other@example.com@",
        "\u760d%s@example.com" // whose low byte is a carriage return
      })
  void refusesLookAlikesAndOtherForms(String form) {
    register(form.formatted(uniqueName())).expectStatus(422).expectErrorsAt("/email");
  }

  @Test
  @DisplayName("IN-5: tellsADotlessDomainFromADotted")
  void tellsADotlessDomainFromADotted() {
    var name = uniqueName();

    register(name + "@mail.example.com").expectStatus(201);
    register(name + "@ma\u0131l.example.com")
        .expectStatus(201)
        .expectJson("/email", name + "@xn--mal-kua.example.com");
  }

  @Test
  @DisplayName("IN-5: letsNobodyBeCalledLikeAnAddress")
  void letsNobodyBeCalledLikeAnAddress() {
    var name = uniqueName();
    register(name + "@example.com").expectStatus(201);
    var members = registration(uniqueName());
    members.put("username", name + "@example.com");

    service.client().post(PATH, json(members)).expectStatus(422).expectErrorsAt("/username");
  }
}
