package dev.portico.web.access;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What others need to verify our tokens by themselves (RFC 7517, section 5; RFC 8414). */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class WellKnownController {

  static final String JWKS = "/.well-known/jwks.json";

  private final TokenKeys keys;
  private final ServerMetadata metadata;
  private final JsonMapper json;

  WellKnownController(TokenKeys keys, ServerMetadata metadata, JsonMapper json) {
    this.keys = keys;
    this.metadata = metadata;
    this.json = json;
  }

  @GetMapping(JWKS)
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> jwks() {
    var published = keys.accepted().stream().map(WellKnownController::publicPart).toList();
    return Published.json(new JWKSet(published).toString());
  }

  @GetMapping("/.well-known/oauth-authorization-server")
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> metadata() {
    return Published.json(json.writeValueAsString(metadata.members()));
  }

  /** Rebuilt from the public point alone, so that nothing else can be in it. */
  private static JWK publicPart(ECKey key) {
    return new ECKey.Builder(key.getCurve(), key.getX(), key.getY())
        .keyID(key.getKeyID())
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(TokenKeys.ALGORITHM)
        .build();
  }
}
