package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
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
    return isOptionalBody(parameter)
        || type == JsonBody.class
        || type == FormBody.class
        || type == QueryFields.class
        || type == Caller.class
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
    return onceRequests.once(request, bodies.of(request));
  }

  private static boolean isOptionalBody(MethodParameter parameter) {
    return parameter.getParameterType() == Optional.class
        && parameter.nestedIfOptional().getNestedParameterType() == JsonBody.class;
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
}
