package dev.portico.web.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portico.domain.shared.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Words every refusal: {@code application/problem+json} (RFC 9457), and beside it the members that
 * OAuth clients read where the refusal comes from a token endpoint (RFC 6749, section 5.2).
 */
final class ProblemWriter {

  private static final Pattern TOKEN_ENDPOINTS =
      Pattern.compile("/auth/(token(/.*)?|revoke|introspect)");

  /** The body of a problem; members that are null are left out. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProblemJson(
      String type,
      String title,
      int status,
      String detail,
      String instance,
      String requestId,
      @Nullable List<ErrorJson> errors,
      @Nullable String error,
      @Nullable String errorDescription) {}

  /** One thing that is wrong; the pointer is a JSON Pointer (RFC 6901). */
  record ErrorJson(String pointer, String detail) {

    static ErrorJson of(InvalidInput input) {
      return new ErrorJson(input.pointer(), input.reason());
    }
  }

  private final WebSettings settings;
  private final JsonMapper json;

  ProblemWriter(WebSettings settings, JsonMapper json) {
    this.settings = settings;
    this.json = json;
  }

  /** Answers with the refusal, unless an answer is already on its way. */
  void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    boolean tokenEndpoint = TOKEN_ENDPOINTS.matcher(pathOf(request)).matches();
    byte[] body = json.writeValueAsBytes(problem(refusal, request, tokenEndpoint));
    response.setStatus(refusal.type().status());
    refusal.headers().forEach(response::setHeader);
    response.setContentType(tokenEndpoint ? "application/json" : "application/problem+json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private ProblemJson problem(Refusal refusal, HttpServletRequest request, boolean tokenEndpoint) {
    var type = refusal.type();
    return new ProblemJson(
        settings.publicUrl() + "/docs/problems#" + type.slug(),
        type.title(),
        type.status(),
        refusal.detail(),
        pathOf(request),
        RequestId.of(request),
        refusal.errors().isEmpty() ? null : refusal.errors().stream().map(ErrorJson::of).toList(),
        tokenEndpoint ? oauthError(type) : null,
        tokenEndpoint ? refusal.detail() : null);
  }

  /** The path; empty where the server gave up before it had read one. */
  private static String pathOf(HttpServletRequest request) {
    return Objects.requireNonNullElse(request.getRequestURI(), "");
  }

  private static String oauthError(ProblemType type) {
    return switch (type) {
      case WRONG_CREDENTIALS, INACTIVE_USER -> "invalid_grant";
      case INVALID_GRANT -> "invalid_grant";
      case INVALID_SCOPE -> "invalid_scope";
      case INVALID_TOKEN -> "invalid_token";
      case FORBIDDEN -> "access_denied";
      case UNSUPPORTED_GRANT_TYPE -> "unsupported_grant_type";
      case UNAVAILABLE -> "temporarily_unavailable";
      case INTERNAL_ERROR -> "server_error";
      default -> "invalid_request";
    };
  }
}
