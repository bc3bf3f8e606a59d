package planted.featureorder.web.access;

import planted.featureorder.domain.users.Member;

/** Does nothing wrong: access comes after users. */
public record Caller(Member member) {}
