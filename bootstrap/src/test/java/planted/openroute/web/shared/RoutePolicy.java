package planted.openroute.web.shared;

/** Does nothing wrong. */
public @interface RoutePolicy {}
