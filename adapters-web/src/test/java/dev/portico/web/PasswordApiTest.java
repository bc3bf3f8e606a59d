package dev.portico.web;

import static dev.portico.web.Registrations.PATH;
import static dev.portico.web.Registrations.assertNobodyIsCalled;
import static dev.portico.web.Registrations.registration;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords as they go in: what may be one, and that only the very same one opens the door. */
@ApiTest
class PasswordApiTest {

  private final ServiceUnderTest service;

  PasswordApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  private TestResponse register(String name, String password) {
    var members = registration(name);
    members.put("password", password);
    return service.client().post(PATH, json(members));
  }

  private TestResponse signIn(String name, String password) {
    return service.client().post("/auth/token", form("username", name, "password", password));
  }

  @ParameterizedTest
  @DisplayName("PW-1: refusesSevenCharacters")
  @ValueSource(
      strings = {
        "Xk3-9pZ",
        "🦊🦉🐢🐙🦀🐝🦋",
        // Fourteen code points as they are sent, seven in NFC.
        "e\u0301a\u0301o\u0301u\u0301i\u0301E\u0301A\u0301",
        "q\u0301q\u0302q\u0303x"
      })
  void refusesSevenCharacters(String password) {
    var name = uniqueName();

    register(name, password).expectStatus(422).expectErrorsAt("/password");
    assertNobodyIsCalled(name, service);
  }

  @ParameterizedTest
  @DisplayName("PW-1: takesEightAndNineCharacters")
  @ValueSource(
      strings = {
        "Xk3-9pZq",
        "Xk3-9pZqw",
        "🦊🦉🐢🐙🦀🐝🦋🐞",
        "e\u0301a\u0301o\u0301u\u0301i\u0301E\u0301A\u0301O\u0301",
        "q\u0301q\u0302q\u0303x\u0301"
      })
  void takesEightAndNineCharacters(String password) {
    var name = uniqueName();

    register(name, password).expectStatus(201);
    signIn(name, password).expectStatus(200);
  }

  static Stream<Arguments> lengths() {
    return Stream.of(
        argumentSet("64 letters", letters(64)),
        argumentSet("64 foxes", "🦊".repeat(64)),
        argumentSet("72 bytes", letters(72)),
        argumentSet("73 bytes", letters(73)),
        argumentSet("128 letters", letters(128)),
        argumentSet("256 foxes, 1024 bytes", "🦊".repeat(256)));
  }

  private static String letters(int count) {
    return "Some words nobody has put together yet. ".repeat(10).substring(0, count - 1) + "!";
  }

  @ParameterizedTest
  @DisplayName("PW-2: opensToTheVerySamePasswordOnly")
  @MethodSource("lengths")
  void opensToTheVerySamePasswordOnly(String password) {
    var name = uniqueName();
    register(name, password).expectStatus(201);

    signIn(name, password).expectStatus(200);
    int last = password.offsetByCodePoints(password.length(), -1);
    signIn(name, password.substring(0, last) + "?").expectStatus(401);
    signIn(name, password.substring(0, last)).expectStatus(401);
    if (password.codePointCount(0, password.length()) < 256) {
      signIn(name, password + "x").expectStatus(401);
      signIn(name, password + " ").expectStatus(401);
    }
    if (password.length() > 72) {
      signIn(name, password.substring(0, 72)).expectStatus(401);
    }
  }

  static Stream<String> tooLong() {
    return Stream.of(
        letters(257),
        "🦊".repeat(257),
        "a".repeat(1_000_000),
        "e" + "\u0301".repeat(400_000),
        // 1024 bytes as they are sent, three times as many in NFC.
        "\ud834\udd60".repeat(256));
  }

  @ParameterizedTest(name = "{index}")
  @DisplayName("PW-3: refusesWhatIsTooLongToHash")
  @MethodSource("tooLong")
  void refusesWhatIsTooLongToHash(String password) {
    var name = uniqueName();

    register(name, password).expectStatus(422).expectErrorsAt("/password");
    assertNobodyIsCalled(name, service);
    if (password.length() < 100_000) {
      signIn(name, password)
          .expectStatus(400)
          .expectJson("/error", "invalid_request")
          .expectErrorsAt("/password");
    }
  }

  @ParameterizedTest
  @DisplayName("PW-4: hasNoRuleOfComposition")
  @ValueSource(
      strings = {"aaaaaaaaaaaaaaaa b", "        x        ", "kqxzvjwp", "73019466", "\"'<>&;--"})
  void hasNoRuleOfComposition(String password) {
    var name = uniqueName();

    register(name, password).expectStatus(201);
    signIn(name, password).expectStatus(200);
  }

  @Test
  @DisplayName("PW-4: countsBlanks")
  void countsBlanks() {
    var name = uniqueName();
    register(name, "  two words\t ").expectStatus(201);

    signIn(name, "  two words\t ").expectStatus(200);
    for (var other :
        new String[] {
          "two words", "  two words", "two words\t ", "  two  words\t ", "  TWO WORDS\t "
        }) {
      signIn(name, other).expectStatus(401);
    }
  }

  @Test
  @DisplayName("PW-4: takesBothFormsOfAnAccentAsOne")
  void takesBothFormsOfAnAccentAsOne() {
    var composed = "d\u00e9j\u00e0 vu, \u00c5ngstr\u00f6m";
    var decomposed = "de\u0301ja\u0300 vu, A\u030angstro\u0308m";
    var one = uniqueName();
    register(one, composed).expectStatus(201);
    var other = uniqueName();
    register(other, decomposed).expectStatus(201);

    for (var name : new String[] {one, other}) {
      signIn(name, composed).expectStatus(200);
      signIn(name, decomposed).expectStatus(200);
      signIn(name, "deja vu, Angstrom").expectStatus(401);
    }
  }

  @ParameterizedTest
  @DisplayName("PW-5: refusesWhatIsGuessedFirst")
  @ValueSource(
      strings = {"password", "Password1", "12345678", "ILOVEYOU", "portico2024!", "!!Portico!!"})
  void refusesWhatIsGuessedFirst(String password) {
    var name = uniqueName();

    register(name, password).expectStatus(422).expectErrorsAt("/password");
    assertNobodyIsCalled(name, service);
  }

  @Test
  @DisplayName("PW-5: refusesTheNameAndTheAddress")
  void refusesTheNameAndTheAddress() {
    var name = uniqueName();
    var members = registration(name);
    members.put("email", "the.local.part." + name + "@example.com");

    for (var password :
        new String[] {
          name, name.toUpperCase(java.util.Locale.ROOT), name + "123!", "the.local.part." + name
        }) {
      members.put("password", password);
      service.client().post(PATH, json(members)).expectStatus(422).expectErrorsAt("/password");
    }
    assertNobodyIsCalled(name, service);
  }
}
