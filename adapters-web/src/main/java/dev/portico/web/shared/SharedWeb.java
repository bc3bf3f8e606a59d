package dev.portico.web.shared;

import dev.portico.application.Hexagon;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.socket.server.RequestUpgradeStrategy;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The web side's common parts. The dispatcher gets what it needs and nothing more: one mapping, one
 * adapter, one way to end badly.
 */
@Configuration(proxyBeanMethods = false)
public class SharedWeb {

  /** Settings of the dispatcher itself, for production and tests alike. */
  public static void configure(DispatcherServlet dispatcher) {
    // So that every path is answered in our words.
    dispatcher.setDispatchOptionsRequest(true);
    // They log request parameters and publish an event for every request.
    dispatcher.setEnableLoggingRequestDetails(false);
    dispatcher.setPublishEvents(false);
  }

  @Bean
  JsonMapper jsonMapper() {
    return JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  }

  @Bean
  ProblemWriter problemWriter(WebSettings settings, JsonMapper json) {
    return new ProblemWriter(settings, json);
  }

  @Bean
  EdgeFilter edgeFilter(ProblemWriter problems, WebSettings settings, RequestBodies bodies) {
    return new EdgeFilter(
        problems, new SecurityHeaders(settings), bodies, settings.trustedProxies());
  }

  @Bean
  RequestBodies requestBodies() {
    return new RequestBodies();
  }

  @Bean
  ServerRefusals serverRefusals(ProblemWriter problems, WebSettings settings) {
    return new ServerRefusals(problems, new SecurityHeaders(settings));
  }

  @Bean
  Cursors cursors(RequestSecret secret) {
    return new Cursors(secret);
  }

  @Bean
  Answers answers(JsonMapper json) {
    return new Answers(json);
  }

  @Bean
  RequestMappingHandlerMapping requestMappings(
      Authentication authentication, WebSettings settings, Denials denials) {
    var mapping = new RequestMappingHandlerMapping();
    mapping.setInterceptors(
        new PolicyInterceptor(authentication, new SameOrigin(settings), denials));
    return mapping;
  }

  @Bean
  RequestMappingHandlerAdapter requestAdapter(
      JsonMapper json,
      Hexagon hexagon,
      RequestSecret secret,
      RequestBodies bodies,
      RequestUpgradeStrategy upgrades) {
    var once = new OnceRequests(hexagon.runOnce(), secret);
    var adapter = new RequestMappingHandlerAdapter();
    adapter.setMessageConverters(
        List.of(new ByteArrayHttpMessageConverter(), new JacksonJsonHttpMessageConverter(json)));
    adapter.setCustomArgumentResolvers(List.of(new RequestArguments(once, bodies, upgrades)));
    return adapter;
  }

  @Bean
  HandlerExceptionResolver handlerExceptionResolver(ProblemWriter problems) {
    return new RefusalResolver(problems);
  }

  @Bean
  Shutdown shutdown() {
    return new Shutdown();
  }

  @Bean
  RootController rootController(Hexagon hexagon, Shutdown shutdown) {
    return new RootController(hexagon.checkReadiness(), shutdown);
  }

  @Bean
  DocsController docsController() {
    return new DocsController(new OpenApi());
  }
}
