package dev.portico.web.shared;

import java.util.Optional;

/** Hears of callers who are turned away from what is not theirs; the audit feature listens. */
public interface Denials {

  /**
   * A request was refused with 403.
   *
   * @param caller empty where nobody was recognised
   */
  void denied(Optional<Caller> caller);
}
