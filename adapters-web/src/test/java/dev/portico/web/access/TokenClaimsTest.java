package dev.portico.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.port.AccessTokens.Verification;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The claims of tokens, and their form: rows JW-7 to JW-10. */
class TokenClaimsTest extends ForgedTokens {

  @Test
  void acceptOurAudienceAmongOthers() {
    // JW-7
    assertGenuine(withClaim("aud", List.of("https://other.example", ISSUER)));
  }

  @Test
  void refuseAnotherAudience() {
    // JW-7
    assertNotGenuine(withoutClaim("aud"));
    for (var audience :
        List.<Object>of(
            "https://other.example", ISSUER + "/", ISSUER + ".evil", 1, List.of(), List.of("x"))) {
      assertNotGenuine(withClaim("aud", audience));
    }
  }

  @Test
  void refuseAnotherIssuer() {
    // JW-7
    assertNotGenuine(withoutClaim("iss"));
    for (var issuer :
        List.<Object>of(ISSUER + "/", "http://portico.example", "", List.of(ISSUER))) {
      assertNotGenuine(withClaim("iss", issuer));
    }
  }

  @Test
  void haveTheirEdgesToTheSecond() {
    // JW-8
    long now = time.instant().getEpochSecond();

    assertGenuine(withClaim("exp", now - 59));
    assertThat(tokens.verify(withClaim("exp", now - 60))).isEqualTo(new Verification.Expired());
    assertGenuine(withClaim("nbf", now + 60));
    assertNotGenuine(withClaim("nbf", now + 61));
    assertGenuine(withClaim("iat", now + 60));
    assertNotGenuine(withClaim("iat", now + 61));
  }

  @Test
  void refuseTimesThatAreNoWholeSeconds() {
    // JW-8
    long later = time.instant().getEpochSecond() + 600;
    assertNotGenuine(withoutClaim("exp"));
    assertNotGenuine(withoutClaim("iat"));
    for (var odd :
        List.<Object>of(
            String.valueOf(later),
            later + 0.5,
            -1,
            List.of(later),
            true,
            new BigInteger("99999999999999999999999"),
            Long.MAX_VALUE)) {
      assertNotGenuine(withClaim("exp", odd));
      assertNotGenuine(withClaim("iat", odd));
      assertNotGenuine(withClaim("nbf", odd));
    }
    assertNotGenuine(
        signedPayload("{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"%s\",\"iat\":1,\"exp\":1e400}"));
    assertNotGenuine(
        signedPayload("{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"%s\",\"iat\":1,\"exp\":null}"));
  }

  private String signedPayload(String template) {
    return TokenForge.signed(
        forge.header().build(),
        template
            .formatted(ISSUER, ISSUER, alice)
            .replace("{\"iss", "{\"sid\":\"%s\",\"iss".formatted(session)),
        TokenForge.signer(forge.key()));
  }

  @Test
  void refuseASubjectThatIsNoUser() {
    assertNotGenuine(withoutClaim("sub"));
    assertNotGenuine(withClaim("sub", "alice"));
    assertNotGenuine(withClaim("sub", 1));
  }

  @Test
  void refuseASessionThatIsNone() {
    assertNotGenuine(withoutClaim("sid"));
    assertNotGenuine(withClaim("sid", "mine"));
    assertNotGenuine(withClaim("sid", 1));
  }

  @Test
  void refuseTokensThatAreDeepOrLong() {
    // JW-9
    var deep = "[".repeat(10_000) + "]".repeat(10_000);
    var brief = "[".repeat(600) + "]".repeat(600);
    assertNotGenuine(signedPayload("{\"x\":" + deep + "}"));
    assertNotGenuine(signedPayload("{\"x\":" + brief + "}"));
    assertNotGenuine(withClaim("x", "x".repeat(100 * 1024)));
    assertNotGenuine(withHeader(header -> header.customParam("x", "x".repeat(20 * 1024))));
  }

  @ParameterizedTest
  @MethodSource("oddPayloads")
  void refusePayloadsThatAreNoClaims(String payload) {
    assertNotGenuine(
        TokenForge.signed(forge.header().build(), payload, TokenForge.signer(forge.key())));
  }

  static List<String> oddPayloads() {
    return List.of("", "null", "[]", "1", "\"x\"", "{", "{}", "x", "{\"iss\":{}}");
  }

  @Test
  void refuseOtherSpellingsOfAGoodToken() {
    var good = withHeader(header -> header);
    var parts = new ArrayList<>(List.of(good.split("\\.", -1)));
    for (var odd :
        List.of(
            good + "=",
            good.replace(".", " ."),
            "{" + good + "}",
            good + ".",
            good + "\n",
            parts.get(0) + "." + parts.get(1),
            parts.get(0) + ".." + parts.get(2))) {
      assertNotGenuine(odd);
    }
    assertGenuine(good);
  }
}
