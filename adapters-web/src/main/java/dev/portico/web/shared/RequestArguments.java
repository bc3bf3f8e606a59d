package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
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
    return isOptionalBody(parameter)
        || isOptional(Caller.class, parameter)
        || type == JsonBody.class
        || type == FormBody.class
        || type == QueryFields.class
        || type == Caller.class
        || type == Handshake.class
        || type == ClientAddress.class
        || type == IfMatch.class
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
    if (isOptionalBody(parameter)) {
      return optionalBody(request);
    }
    if (isOptional(Caller.class, parameter)) {
      return Caller.of(request);
    }
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
    if (type == ClientAddress.class) {
      return ClientAddress.of(request);
    }
    if (type == IfMatch.class) {
      return IfMatch.of(request);
    }
    return onceRequests.once(request, bodies.of(request));
  }

  private static boolean isOptionalBody(MethodParameter parameter) {
    return isOptional(JsonBody.class, parameter);
  }

  private static boolean isOptional(Class<?> type, MethodParameter parameter) {
    return parameter.getParameterType() == Optional.class
        && parameter.nestedIfOptional().getNestedParameterType() == type;
  }

  /** Where the body may be missing, its type is looked at only if there is one. */
  private Optional<JsonBody> optionalBody(HttpServletRequest request) {
    byte[] body = bodies.of(request);
    if (body.length == 0) {
      return Optional.empty();
    }
    if (!isJson(Objects.requireNonNullElse(request.getContentType(), ""))) {
      throw Refusal.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }
    return Optional.of(JsonBody.parse(body));
  }

  private static boolean isJson(String contentType) {
    try {
      return MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(contentType));
    } catch (InvalidMediaTypeException none) {
      return false;
    }
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
