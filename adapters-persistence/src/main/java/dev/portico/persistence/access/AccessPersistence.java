package dev.portico.persistence.access;

import dev.portico.application.access.port.LoginAttempts;
import dev.portico.application.access.port.OneTimeCodes;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.SigningKeys;
import dev.portico.application.access.port.Standings;
import dev.portico.application.users.port.Users;
import dev.portico.persistence.shared.PersistenceContext;
import dev.portico.persistence.shared.RowTypes;
import dev.portico.persistence.shared.SealingKey;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the access feature rests on. Asks for a bean {@link SealingKey}. */
@Configuration(proxyBeanMethods = false)
public class AccessPersistence {

  @Bean
  RowTypes signingKeyRows() {
    return RowTypes.of(SigningKeyRow.class);
  }

  @Bean
  RowTypes sessionRows() {
    return RowTypes.of(SessionRow.class);
  }

  @Bean
  Sessions sessions(PersistenceContext context) {
    return new JpaSessions(context);
  }

  @Bean
  Standings standings(Sessions sessions, Users users, InstantSource time) {
    return new RememberedStandings(sessions, users, time);
  }

  @Bean
  LoginAttempts loginAttempts(PersistenceContext context) {
    return new JdbcLoginAttempts(context);
  }

  /** Whatever was sealed with a former secret is sealed with the present one, now. */
  @Bean
  SigningKeys signingKeys(PersistenceContext context, SealingKey seal) {
    var keys = new JpaSigningKeys(context, seal);
    keys.sealAnew();
    return keys;
  }

  @Bean
  OneTimeCodes oneTimeCodes(PersistenceContext context) {
    return new JdbcOneTimeCodes(context);
  }
}
