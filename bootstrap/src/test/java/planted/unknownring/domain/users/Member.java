package planted.unknownring.domain.users;

/** Does nothing wrong. */
record Member(String name) {}
