package dev.portico.web.access;

import dev.portico.application.Hexagon;
import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.KeyGenerator;
import dev.portico.application.access.port.SigningKeys;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.web.shared.Authentication;
import dev.portico.web.shared.Upkeep;
import dev.portico.web.shared.WebSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** The access feature's routes, its tokens, and how callers are recognised by them. */
@Configuration(proxyBeanMethods = false)
public class AccessWeb {

  /** Between two looks at the signing keys; a few of them fit into the shortest notice. */
  private static final Duration KEY_PAUSE = Duration.ofSeconds(20);

  private static final Duration ATTEMPT_PAUSE = Duration.ofMinutes(5);
  private static final Duration PURGE_PAUSE = Duration.ofMinutes(1);

  /**
   * What the access feature is told from outside.
   *
   * @param introspectionSecret what services show who ask about tokens; empty where none may
   */
  public record Settings(Optional<String> introspectionSecret) {

    /** Never the secret: it may end up in a log. */
    @Override
    public String toString() {
      return "Settings[hidden]";
    }
  }

  @Bean
  KeyGenerator keyGenerator() {
    return new NimbusKeyGenerator();
  }

  /** Reads the signing keys at once, so that a start with the wrong secret fails. */
  @Bean
  TokenKeys tokenKeys(SigningKeys store, KeyGenerator generator, InstantSource time) {
    var keys = new TokenKeys(store, generator, time);
    keys.refresh();
    return keys;
  }

  @Bean
  Upkeep keyUpkeep(Hexagon hexagon, TokenKeys keys) {
    return new Upkeep(KEY_PAUSE, new KeyUpkeep(hexagon.rotateKeys(), keys)::round);
  }

  @Bean
  AccessTokens accessTokens(
      TokenKeys keys, WebSettings settings, IdGenerator ids, InstantSource time) {
    return new NimbusAccessTokens(keys, settings.publicUrl().toString(), ids, time);
  }

  @Bean
  Authentication authentication(Hexagon hexagon, Settings settings) {
    return new TokenAuthentication(
        hexagon.authenticateCaller(), settings.introspectionSecret().map(ServiceSecret::new));
  }

  @Bean
  AdministrationController administrationController(Hexagon hexagon) {
    return new AdministrationController(hexagon);
  }

  @Bean
  PasswordController passwordController(Hexagon hexagon) {
    return new PasswordController(hexagon);
  }

  @Bean
  EmailController emailController(Hexagon hexagon) {
    return new EmailController(hexagon);
  }

  @Bean
  OwnAccountController ownAccountController(Hexagon hexagon, WebSettings settings) {
    return new OwnAccountController(hexagon, new SessionCookies(settings));
  }

  @Bean
  AccessController accessController(Hexagon hexagon, WebSettings settings) {
    return new AccessController(hexagon, new SessionCookies(settings));
  }

  @Bean
  SessionsController sessionsController(
      Hexagon hexagon, Authentication authentication, WebSettings settings) {
    return new SessionsController(hexagon, authentication, new SessionCookies(settings));
  }

  @Bean
  TokensController tokensController(Hexagon hexagon, InstantSource time) {
    return new TokensController(hexagon, new Introspection(time)::of);
  }

  @Bean
  Upkeep sessionUpkeep(Hexagon hexagon) {
    return new Upkeep(PURGE_PAUSE, new SessionUpkeep(hexagon.purgeSessions())::round);
  }

  @Bean
  Upkeep attemptUpkeep(Hexagon hexagon) {
    return new Upkeep(ATTEMPT_PAUSE, new AttemptUpkeep(hexagon.forgetLoginAttempts())::round);
  }

  @Bean
  WellKnownController wellKnownController(
      TokenKeys keys,
      ObjectProvider<RequestMappingHandlerMapping> routes,
      WebSettings settings,
      JsonMapper json) {
    var metadata = new ServerMetadata(routes::getObject, settings.publicUrl().toString());
    return new WellKnownController(keys, metadata, json);
  }
}
