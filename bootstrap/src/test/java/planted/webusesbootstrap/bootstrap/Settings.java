package planted.webusesbootstrap.bootstrap;

/** Does nothing wrong. */
public record Settings(int port) {}
