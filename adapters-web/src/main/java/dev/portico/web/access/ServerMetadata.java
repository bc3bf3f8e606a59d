package dev.portico.web.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What we are to programs that speak OAuth (RFC 8414): only what there is, which the live routes
 * tell, and never the form with name and password, which is for our own clients alone.
 */
final class ServerMetadata {

  private static final String TOKEN = "/auth/token";
  private static final String REVOKE = "/auth/revoke";
  private static final String INTROSPECT = "/auth/introspect";
  private static final List<String> NONE = List.of("none");

  private final Supplier<RequestMappingHandlerMapping> routes;
  private final String issuer;

  ServerMetadata(Supplier<RequestMappingHandlerMapping> routes, String issuer) {
    this.routes = routes;
    this.issuer = issuer;
  }

  Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    members.put("issuer", issuer);
    members.put("jwks_uri", issuer + WellKnownController.JWKS);
    members.put("token_endpoint", issuer + TOKEN);
    members.put("token_endpoint_auth_methods_supported", NONE);
    members.put("grant_types_supported", List.of(AccessJson.REFRESH_GRANT));
    members.put("response_types_supported", List.of());
    members.put("scopes_supported", List.of(AccessJson.SCOPE));
    if (isLive(REVOKE)) {
      members.put("revocation_endpoint", issuer + REVOKE);
      members.put("revocation_endpoint_auth_methods_supported", NONE);
    }
    if (isLive(INTROSPECT)) {
      members.put("introspection_endpoint", issuer + INTROSPECT);
      members.put("introspection_endpoint_auth_methods_supported", List.of("Bearer"));
    }
    members.put("service_documentation", issuer + "/docs");
    return members;
  }

  private boolean isLive(String path) {
    return routes.get().getHandlerMethods().keySet().stream()
        .anyMatch(route ->
            route.getPatternValues().contains(path)
                && route.getMethodsCondition().getMethods().contains(RequestMethod.POST));
  }
}
