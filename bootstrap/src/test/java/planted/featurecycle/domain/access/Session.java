package planted.featurecycle.domain.access;

/** Does nothing wrong. */
public record Session(String id) {}
