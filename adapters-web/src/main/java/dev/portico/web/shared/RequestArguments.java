package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.socket.server.RequestUpgradeStrategy;

/** Hands a controller method what it asks for by type: a body, a query, the caller. */
final class RequestArguments implements HandlerMethodArgumentResolver {

  private final OnceRequests onceRequests;
  private final RequestBodies bodies;
  private final RequestUpgradeStrategy upgrades;

  RequestArguments(
      OnceRequests onceRequests, RequestBodies bodies, RequestUpgradeStrategy upgrades) {
    this.onceRequests = onceRequests;
    this.bodies = bodies;
    this.upgrades = upgrades;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    var type = parameter.getParameterType();
    return type == JsonBody.class
        || type == FormBody.class
        || type == QueryFields.class
        || type == Caller.class
        || type == Handshake.class
        || type == Once.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binderFactory) {
    var request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
    var type = parameter.getParameterType();
    if (type == JsonBody.class) {
      return JsonBody.parse(bodies.of(request));
    }
    if (type == FormBody.class) {
      return FormBody.parse(bodies.of(request));
    }
    if (type == QueryFields.class) {
      return QueryFields.parse(Objects.requireNonNullElse(request.getQueryString(), ""));
    }
    if (type == Caller.class) {
      return Caller.of(request)
          .orElseThrow(() -> new IllegalStateException("a public route has no caller"));
    }
    if (type == Handshake.class) {
      return handshake(request, container, webRequest);
    }
    return onceRequests.once(request, bodies.of(request));
  }

  private Handshake handshake(
      HttpServletRequest request,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest) {
    var response = Objects.requireNonNull(webRequest.getNativeResponse(HttpServletResponse.class));
    var handshake = Handshake.of(request, response, upgrades);
    // Whoever accepts it has answered the request.
    Objects.requireNonNull(container).setRequestHandled(true);
    return handshake;
  }
}
