package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;

/** Recognises callers by the credentials of their requests; the access feature knows how. */
public interface Authentication {

  /** What a request showed, and whom it is. */
  record Recognised(Caller caller, boolean byCookie) {}

  /**
   * Recognises the caller.
   *
   * @param cookieOnly whether nothing but the cookie counts
   * @throws Refusal if the request shows no credentials, bad ones, or several that disagree
   */
  Recognised recognise(HttpServletRequest request, boolean cookieOnly);
}
