package dev.portico.web.access;

import dev.portico.application.Hexagon;
import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.SigningKeys;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.web.shared.Authentication;
import dev.portico.web.shared.WebSettings;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The access feature's routes, its tokens, and how callers are recognised by them. */
@Configuration(proxyBeanMethods = false)
public class AccessWeb {

  /** Reads the signing key at once, so that a start with the wrong secret fails. */
  @Bean
  AccessTokens accessTokens(
      SigningKeys store, WebSettings settings, IdGenerator ids, InstantSource time) {
    var keys = new TokenKeys(store, time);
    keys.current();
    return new NimbusAccessTokens(keys, settings.publicUrl().toString(), ids, time);
  }

  @Bean
  Authentication authentication(Hexagon hexagon) {
    return new TokenAuthentication(hexagon.authenticateCaller());
  }

  @Bean
  AccessController accessController(Hexagon hexagon, WebSettings settings) {
    return new AccessController(hexagon, new AccessCookie(settings));
  }
}
