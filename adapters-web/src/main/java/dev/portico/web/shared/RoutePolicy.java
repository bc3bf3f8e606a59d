package dev.portico.web.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says who may call a route. A route without one is never reached, and fails the build. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RoutePolicy {

  Who value();

  /** Whether a browser may call it for our own pages only, though it needs no cookie. */
  boolean sameOrigin() default false;

  /** Who may call. */
  enum Who {
    /** Anyone; credentials are not looked at. */
    PUBLIC,
    /**
     * Anyone. A bearer's credentials are looked at and must be good, and whoever they are of may be
     * shown more; a cookie that is no good counts as none, since browsers keep old ones.
     */
    ANYONE,
    /** Whoever shows an access token, as a bearer or in the cookie. */
    USER,
    /**
     * Whoever shows a token of a session in any form, which the route itself looks at. Cookies
     * count from our own pages only.
     */
    SESSION,
    /** A program that shows the secret of services, or whoever may call as {@link #ADMIN}. */
    SERVICE,
    /** Whoever shows an access token in the cookie; nothing else counts. */
    COOKIE,
    /** Whoever shows an administrator's access token, as a bearer or in the cookie. */
    ADMIN,
    /**
     * Whoever opens a WebSocket from no page of another site; a route of this kind asks for a
     * {@link Handshake}. Credentials are welcome and not needed, but must be good; the cookie
     * counts from our own pages only.
     */
    SOCKET
  }
}
