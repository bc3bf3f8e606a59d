package dev.portico.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSHeader;
import dev.portico.application.Fakes;
import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.AccessTokens.Verification;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.users.UserId;
import dev.portico.testkit.TestTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Tokens that are good but for one thing, and whether our verifier takes them. */
abstract class ForgedTokens {

  static final String ISSUER = "https://portico.example";

  final Fakes fakes = new Fakes();
  final TestTime time = fakes.time;
  final UserId alice = new UserId(new UUID(0x7000L, 0x8000000000000001L));
  final SessionId session = new SessionId(new UUID(0x7000L, 0x8000000000000002L));
  final AccessTokens tokens =
      new NimbusAccessTokens(
          new TokenKeys(fakes.signingKeys, new NimbusKeyGenerator(), time),
          ISSUER,
          fakes.ids,
          time);
  final TokenForge forge = new TokenForge(fakes.signingKeys, ISSUER, time, fakes.ids, _ -> session);

  void assertGenuine(String token) {
    assertThat(tokens.verify(token)).isEqualTo(new Verification.Genuine(alice, session));
  }

  void assertNotGenuine(String token) {
    assertThat(tokens.verify(token)).as(token).isEqualTo(new Verification.NotGenuine());
  }

  String withClaims(UnaryOperator<Map<String, Object>> change) {
    return forge.token(alice, header -> header, change);
  }

  String withClaim(String name, Object value) {
    return withClaims(claims -> {
      claims.put(name, value);
      return claims;
    });
  }

  String withoutClaim(String name) {
    return withClaims(claims -> {
      claims.remove(name);
      return claims;
    });
  }

  String withHeader(UnaryOperator<JWSHeader.Builder> change) {
    return forge.token(alice, change, claims -> claims);
  }
}
