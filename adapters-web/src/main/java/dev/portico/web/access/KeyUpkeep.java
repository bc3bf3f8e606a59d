package dev.portico.web.access;

import dev.portico.application.access.RotateKeys;
import dev.portico.application.shared.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the signing keys changed when it is time, and this node know of it early. */
final class KeyUpkeep {

  private static final Logger LOG = LoggerFactory.getLogger(KeyUpkeep.class);

  private final RotateKeys rotateKeys;
  private final TokenKeys keys;

  KeyUpkeep(RotateKeys rotateKeys, TokenKeys keys) {
    this.rotateKeys = rotateKeys;
    this.keys = keys;
  }

  void round() {
    try {
      switch (rotateKeys.handle(new RotateKeys.Command())) {
        case RotateKeys.Outcome.NotDue() -> {}
        case RotateKeys.Outcome.Announced(var key) ->
            LOG.info("Signing key {} signs from {} on", key.id(), key.term().signsFrom());
      }
      keys.refresh();
    } catch (Unavailable away) {
      LOG.warn("Signing keys are not looked after now: {}", away.getMessage());
    }
  }
}
