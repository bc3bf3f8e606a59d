package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller method what it asks for by type: a body, a query, the caller. */
final class RequestArguments implements HandlerMethodArgumentResolver {

  private final OnceRequests onceRequests;
  private final RequestBodies bodies;

  RequestArguments(OnceRequests onceRequests, RequestBodies bodies) {
    this.onceRequests = onceRequests;
    this.bodies = bodies;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    var type = parameter.getParameterType();
    return type == JsonBody.class
        || type == FormBody.class
        || type == QueryFields.class
        || type == Caller.class
        || type == ClientAddress.class
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
    if (type == ClientAddress.class) {
      return ClientAddress.of(request);
    }
    return onceRequests.once(request, bodies.of(request));
  }
}
