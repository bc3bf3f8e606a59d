package planted.unmarkedpackage.domain.access;

/** Does nothing wrong. */
record Session(String id) {}
