package planted.featurecycle.domain.users;

import planted.featurecycle.domain.access.Session;

/** Breaks, with ShowSession: features have no cycles. */
public record Member(Session session) {}
