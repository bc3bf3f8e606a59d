package planted.featurecycle.application.access;

import planted.featurecycle.domain.access.Session;
import planted.featurecycle.domain.users.Member;

/** Breaks, with Member, in another ring: features have no cycles. */
public final class ShowSession {

  Session of(Member member) {
    return member.session();
  }
}
