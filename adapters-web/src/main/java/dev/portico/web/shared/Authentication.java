package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Recognises callers by the credentials of their requests; the access feature knows how. */
public interface Authentication {

  /** Credentials that can be looked at again, where a connection outlives its request. */
  interface Credentials {

    /** Whether they would still be good for a request right now. */
    boolean holds();
  }

  /** What a request showed, and whom it is. */
  record Recognised(Caller caller, boolean byCookie, Credentials credentials) {}

  /**
   * Recognises the caller.
   *
   * @param cookieOnly whether nothing but the cookie counts
   * @throws Refusal if the request shows no credentials, bad ones, or several that disagree
   */
  Recognised recognise(HttpServletRequest request, boolean cookieOnly);

  /**
   * Recognises the caller of a route that needs nobody; empty if the request shows no credentials,
   * or a cookie that is no good.
   *
   * @throws Refusal if the request shows a bad bearer token, or several credentials that disagree
   */
  Optional<Recognised> recogniseAnyone(HttpServletRequest request);

  /**
   * Recognises who opens a WebSocket; empty if the handshake shows no credentials. They may also
   * stand in the list of subprotocols, since a browser's script can set no other header.
   *
   * @throws Refusal if the handshake shows bad credentials, or several that disagree
   */
  Optional<Recognised> recogniseHandshake(HttpServletRequest request);

  /**
   * Whether the request shows a bearer token, good or not.
   *
   * @throws Refusal if it shows several credentials
   */
  boolean showsBearer(HttpServletRequest request);

  /**
   * Whether the request shows the secret of services as its bearer token.
   *
   * @throws Refusal if it shows several credentials
   */
  boolean isService(HttpServletRequest request);
}
