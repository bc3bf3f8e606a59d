package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Holds every route to its {@link RoutePolicy}. It goes by the method that was chosen to answer, so
 * no spelling of the path can get round it; what has no policy is refused.
 */
final class PolicyInterceptor implements HandlerInterceptor {

  private static final int FORBIDDEN = 403;
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  private final Authentication authentication;
  private final SameOrigin sameOrigin;
  private final Denials denials;

  /** By the method that answers: to look for one costs more than to hold a request to it. */
  private final Map<Method, Optional<RoutePolicy>> policies = new ConcurrentHashMap<>();

  PolicyInterceptor(Authentication authentication, SameOrigin sameOrigin, Denials denials) {
    this.authentication = authentication;
    this.sameOrigin = sameOrigin;
    this.denials = denials;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (isTheDispatchersOwn(handler)) {
      return true;
    }
    var policy = policyOf(handler).orElseThrow(() -> Refusal.of(ProblemType.FORBIDDEN));
    try {
      hold(policy, request);
    } catch (Refusal refusal) {
      if (refusal.type().status() == FORBIDDEN) {
        denials.denied(Caller.of(request));
      }
      throw refusal;
    }
    return true;
  }

  private Optional<RoutePolicy> policyOf(Object handler) {
    return handler instanceof HandlerMethod method
        ? policies.computeIfAbsent(method.getMethod(), PolicyInterceptor::lookedUp)
        : Optional.empty();
  }

  private static Optional<RoutePolicy> lookedUp(Method method) {
    return Optional.ofNullable(
        AnnotatedElementUtils.findMergedAnnotation(method, RoutePolicy.class));
  }

  private void hold(RoutePolicy policy, HttpServletRequest request) {
    if (policy.sameOrigin()) {
      sameOrigin.refuseForeign(request);
    }
    switch (policy.value()) {
      case PUBLIC -> {}
      case ANYONE ->
          authentication
              .recogniseAnyone(request)
              .ifPresent(recognised -> recognised.caller().attachTo(request));
      case USER -> {
        var _ = admit(request, false);
      }
      case COOKIE -> {
        var _ = admit(request, true);
      }
      case ADMIN -> admitAdmin(request);
      case SERVICE -> {
        if (!authentication.isService(request)) {
          admitAdmin(request);
        }
      }
      case REFRESH -> {
        if (request.getCookies() != null) {
          sameOrigin.requireOwn(request);
        }
      }
      case SESSION -> {
        // No browser sends a bearer token by itself.
        if (request.getCookies() != null && !authentication.showsBearer(request)) {
          sameOrigin.requireOwn(request);
        }
      }
      case SOCKET -> admitToSocket(request);
    }
  }

  /** What answers OPTIONS with the Allow header and nothing else; no route of ours. */
  private static boolean isTheDispatchersOwn(Object handler) {
    return handler instanceof HandlerMethod method
        && method.getBeanType().getEnclosingClass() == RequestMappingInfoHandlerMapping.class;
  }

  private Caller admit(HttpServletRequest request, boolean cookieOnly) {
    var recognised = authentication.recognise(request, cookieOnly);
    recognised.caller().attachTo(request);
    if (recognised.byCookie() && !SAFE_METHODS.contains(request.getMethod())) {
      sameOrigin.requireOwn(request);
    }
    return recognised.caller();
  }

  private void admitAdmin(HttpServletRequest request) {
    if (!admit(request, false).admin()) {
      throw Refusal.of(ProblemType.FORBIDDEN, "Only administrators may do this");
    }
  }

  /** A browser sends cookies with any site's handshake, but says whose page it is for. */
  private void admitToSocket(HttpServletRequest request) {
    sameOrigin.refuseForeignHandshake(request);
    authentication
        .recogniseHandshake(request)
        .ifPresent(recognised -> {
          if (recognised.byCookie()) {
            sameOrigin.requireOwnOrigin(request);
          }
          Handshake.remember(request, recognised);
        });
  }
}
