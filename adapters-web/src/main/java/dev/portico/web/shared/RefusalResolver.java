package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;

/** Turns whatever ends a request inside the dispatcher into a refusal, and that into an answer. */
final class RefusalResolver implements HandlerExceptionResolver {

  private final ProblemWriter problems;

  RefusalResolver(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    try {
      var refusal = refusalOf(failure);
      // Where an answer to OPTIONS names no methods, the servlet would add all it has heard of.
      problems.write(
          "OPTIONS".equals(request.getMethod()) ? refusal.with("Allow", "") : refusal,
          request,
          response);
    } catch (IOException clientGone) {
      throw new UncheckedIOException(clientGone);
    }
    return new ModelAndView();
  }

  private static Refusal refusalOf(Exception failure) {
    return switch (failure) {
      case NoHandlerFoundException _ -> Refusal.of(ProblemType.NOT_FOUND);
      case HttpRequestMethodNotSupportedException wrong -> notAllowed(wrong);
      case HttpMediaTypeNotSupportedException _ -> Refusal.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
      case HttpMediaTypeNotAcceptableException _ -> Refusal.of(ProblemType.NOT_ACCEPTABLE);
      default -> EdgeFilter.refusalOf(failure);
    };
  }

  /** Names the same methods as the answer to OPTIONS does. */
  private static Refusal notAllowed(HttpRequestMethodNotSupportedException wrong) {
    var allowed = new TreeSet<String>();
    allowed.add("OPTIONS");
    for (var method : Objects.requireNonNullElse(wrong.getSupportedMethods(), new String[0])) {
      allowed.add(method);
      if (method.equals("GET")) {
        allowed.add("HEAD");
      }
    }
    return Refusal.of(ProblemType.METHOD_NOT_ALLOWED).with("Allow", String.join(", ", allowed));
  }
}
