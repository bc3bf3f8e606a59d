package dev.portico.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSObject;
import dev.portico.application.Fakes;
import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.AccessTokensContract;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NimbusAccessTokensTest extends AccessTokensContract {

  private static final String ISSUER = "https://portico.example";

  private final Fakes fakes = new Fakes();
  private final UserId alice = new UserId(new UUID(0x7000L, 0x8000000000000001L));
  private final AccessTokens tokens =
      new NimbusAccessTokens(
          new TokenKeys(fakes.signingKeys, new NimbusKeyGenerator(), time),
          ISSUER,
          fakes.ids,
          time);

  @Override
  protected AccessTokens tokens() {
    return tokens;
  }

  @Test
  void carryTheClaimsOfRfc9068AndNoPersonalData() throws Exception {
    var token = tokens.issue(alice, new SessionId(alice.value()), Duration.ofMinutes(5)).value();
    var jws = JWSObject.parse(token);

    assertThat(jws.getHeader().toJSONObject().keySet())
        .containsExactlyInAnyOrder("alg", "typ", "kid");
    assertThat(jws.getHeader().getType()).isEqualTo(new JOSEObjectType("at+jwt"));
    assertThat(jws.getPayload().toJSONObject())
        .containsOnlyKeys("iss", "aud", "sub", "sid", "client_id", "scope", "iat", "exp", "jti");
  }
}
