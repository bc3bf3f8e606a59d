package dev.portico.bootstrap;

import dev.portico.application.Hexagon;
import dev.portico.application.Ports;
import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.IdempotencyKeys;
import dev.portico.application.shared.port.StorageProbe;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.WeakPasswords;
import dev.portico.domain.users.PasswordRule;
import dev.portico.persistence.access.AccessPersistence;
import dev.portico.persistence.shared.SharedPersistence;
import dev.portico.persistence.users.UsersPersistence;
import dev.portico.web.access.AccessWeb;
import dev.portico.web.shared.EdgeFilter;
import dev.portico.web.shared.SharedWeb;
import dev.portico.web.users.UsersWeb;
import java.time.InstantSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** Puts the hexagon and its adapters together; by name, nothing is scanned for. */
@Configuration(proxyBeanMethods = false)
@Import({
  SharedPersistence.class,
  UsersPersistence.class,
  AccessPersistence.class,
  SharedWeb.class,
  UsersWeb.class,
  AccessWeb.class,
  HttpServer.class
})
class Wiring {

  @Bean
  Hexagon hexagon(
      Transactions transactions,
      IdGenerator ids,
      InstantSource time,
      StorageProbe storageProbe,
      IdempotencyKeys idempotencyKeys,
      Users users,
      PasswordHasher passwordHasher,
      WeakPasswords weakPasswords,
      PasswordRule passwordRule,
      AccessTokens accessTokens) {
    return Hexagon.over(
        new Ports(
            transactions,
            ids,
            time,
            storageProbe,
            idempotencyKeys,
            users,
            passwordHasher,
            weakPasswords,
            passwordRule,
            accessTokens));
  }

  @Bean
  ServletRegistrationBean<DispatcherServlet> dispatcher(WebApplicationContext context) {
    var dispatcher = new DispatcherServlet(context);
    SharedWeb.configure(dispatcher);
    var registration = new ServletRegistrationBean<>(dispatcher, "/");
    registration.setLoadOnStartup(1);
    return registration;
  }

  @Bean
  FilterRegistrationBean<EdgeFilter> edge(EdgeFilter filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns("/*");
    return registration;
  }
}
