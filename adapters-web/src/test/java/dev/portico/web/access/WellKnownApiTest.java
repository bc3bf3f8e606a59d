package dev.portico.web.access;

import static dev.portico.web.shared.TestRequest.form;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.Jwks;
import java.text.ParseException;
import java.util.Date;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What others can find out, to verify our tokens by themselves. */
@ApiTest
class WellKnownApiTest {

  private static final String JWKS = "/.well-known/jwks.json";
  private static final String METADATA = "/.well-known/oauth-authorization-server";

  private final TestClient client;
  private final ServiceUnderTest service;

  WellKnownApiTest(TestClient client, ServiceUnderTest service) {
    this.client = client;
    this.service = service;
  }

  @Test
  @DisplayName("JW-12: publishesKeysWithoutTheirSecrets")
  void publishesKeysWithoutTheirSecrets() {
    var keys = client.get(JWKS).expectStatus(200).json().path("keys");

    assertThat(keys.size()).isPositive();
    assertThat(keys)
        .allSatisfy(key ->
            assertThat(key.propertyNames())
                .containsExactlyInAnyOrder("kty", "crv", "x", "y", "kid", "use", "alg"));
  }

  @Test
  @DisplayName("JW-12: verifiesElsewhereWithAnotherLibrary")
  void verifiesElsewhereWithAnotherLibrary() {
    var user = service.testUser();
    var token = service.tokenOf(user.user());

    var claims = verifiedElsewhere(token).getPayload();

    assertThat(claims.getSubject()).isEqualTo(user.user().id().toString());
    assertThat(claims.getIssuer()).isEqualTo(issuer());
    assertThat(claims.getAudience()).containsExactly(issuer());
    assertThat(claims.toString())
        .doesNotContain(user.user().username().text(), user.user().email().text());
  }

  /** As a service does it that knows nothing of us but the address of our metadata. */
  private Jws<Claims> verifiedElsewhere(String token) {
    var jwks = client.get(path(client.get(METADATA).text("/jwks_uri"))).body();
    var keys =
        Jwks.setParser().build().parse(jwks).getKeys().stream()
            .collect(Collectors.toMap(Jwk::getId, Jwk::toKey));
    var now = issuedAt(token);
    return Jwts.parser()
        .keyLocator(header -> keys.get(String.valueOf(header.get("kid"))))
        .requireIssuer(issuer())
        .requireAudience(issuer())
        .clock(() -> now)
        .build()
        .parseSignedClaims(token);
  }

  /** The time of the service, which need not be ours. */
  private static Date issuedAt(String token) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet().getIssueTime();
    } catch (ParseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String issuer() {
    return client.get(METADATA).text("/issuer");
  }

  private String path(String url) {
    assertThat(url).startsWith(issuer() + "/");
    return url.substring(issuer().length());
  }

  @Test
  void lastsAWhileAndIsAskedForByItsTag() {
    for (var document : new String[] {JWKS, METADATA}) {
      var tag =
          client
              .get(document)
              .expectStatus(200)
              .expectHeader("Cache-Control", "max-age=300, public")
              .header("ETag")
              .orElseThrow();
      assertThat(tag).matches("\"[A-Za-z0-9_-]{22}\"");

      var same = client.get(document, "If-None-Match", tag).expectStatus(304);
      assertThat(same.bytes()).isEmpty();
      assertThat(same.header("ETag")).contains(tag);
      client.get(document, "If-None-Match", "\"another\"").expectStatus(200);
      assertThat(client.send("HEAD", document).header("ETag")).contains(tag);
    }
  }

  @Test
  @DisplayName("JW-12: namesOnlyWhatThereIs")
  void namesOnlyWhatThereIs() {
    var metadata = client.get(METADATA).expectStatus(200).json();

    for (var member : metadata.properties()) {
      if (member.getKey().endsWith("_endpoint")) {
        // Nothing is sent, so it is refused, but not as an address that does not exist.
        assertThat(client.post(path(member.getValue().stringValue()), form()).status())
            .as(member.getKey())
            .isIn(400, 401, 422);
      }
    }
    client.get(path(metadata.path("service_documentation").stringValue())).expectStatus(200);
    assertThat(metadata.toString()).doesNotContain("password", "authorization_code", "implicit");
  }

  @Test
  @DisplayName("JW-12: namesTheGrantsThatAreServed")
  void namesTheGrantsThatAreServed() {
    var named = client.get(METADATA).json().path("grant_types_supported").toString();

    for (var grant : new String[] {"refresh_token", "authorization_code", "client_credentials"}) {
      boolean unknown =
          client
              .post("/auth/token", form("grant_type", grant, "refresh_token", "none"))
              .body()
              .contains("unsupported_grant_type");
      assertThat(named.contains(grant)).as(grant).isNotEqualTo(unknown);
    }
  }
}
