package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A TRACE request, written so that the servlet base class does not take it for one: it would send
 * the request's headers back, cookies and tokens included, behind our refusal.
 */
final class UntracedRequest extends HttpServletRequestWrapper {

  private UntracedRequest(HttpServletRequest request) {
    super(request);
  }

  static HttpServletRequest of(HttpServletRequest request) {
    return "TRACE".equals(request.getMethod()) ? new UntracedRequest(request) : request;
  }

  /** Methods are case-sensitive (RFC 9110, section 9.1), so this is one that no route knows. */
  @Override
  public String getMethod() {
    return "trace";
  }
}
