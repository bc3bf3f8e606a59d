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

  @Bean
  AccessTokens accessTokens(
      SigningKeys keys, WebSettings settings, IdGenerator ids, InstantSource time) {
    return new NimbusAccessTokens(
        new TokenKeys(keys, time), settings.publicUrl().toString(), ids, time);
  }

  @Bean
  Authentication authentication(Hexagon hexagon) {
    return new TokenAuthentication(hexagon.authenticateCaller());
  }

  @Bean
  AccessController accessController(Hexagon hexagon, WebSettings settings) {
    return new AccessController(hexagon.signIn(), new AccessCookie(settings));
  }
}
