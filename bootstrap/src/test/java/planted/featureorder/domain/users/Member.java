package planted.featureorder.domain.users;

/** Does nothing wrong. */
public record Member(String name) {}
