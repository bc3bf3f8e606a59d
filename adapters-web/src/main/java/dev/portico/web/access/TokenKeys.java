package dev.portico.web.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.portico.application.access.port.SigningKeys;
import dev.portico.domain.access.SigningKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The signing keys, ready to use. They are read when first needed; a key that another node made
 * since is looked for at most once a minute, so that tokens with made-up key names cannot keep the
 * store busy.
 */
final class TokenKeys {

  /** ES256 (RFC 7518, section 3.4): cheap to sign; the dear verification is paid once a token. */
  static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;

  private static final Duration BETWEEN_READS = Duration.ofMinutes(1);

  private final SigningKeys store;
  private final InstantSource time;
  private volatile Known known = new Known(Optional.empty(), Map.of(), Instant.MIN);

  private record Known(Optional<ECKey> current, Map<String, ECKey> accepted, Instant readAt) {}

  TokenKeys(SigningKeys store, InstantSource time) {
    this.store = store;
    this.time = time;
  }

  /** The key to sign with; made now if there is none. */
  ECKey current() {
    return known.current().orElseGet(() -> read().current().orElseThrow());
  }

  /** The key of this name, if its tokens are accepted. */
  Optional<ECKey> accepted(String id) {
    var key = Optional.ofNullable(known.accepted().get(id));
    return key.isPresent() || !isStale(known)
        ? key
        : Optional.ofNullable(read().accepted().get(id));
  }

  private boolean isStale(Known state) {
    return !time.instant().isBefore(state.readAt().plus(BETWEEN_READS));
  }

  private synchronized Known read() {
    // Somebody may have read while this thread waited.
    if (known.current().isEmpty() || isStale(known)) {
      var current = jwk(store.currentOr(this::generate));
      var accepted =
          store.accepted().stream()
              .map(TokenKeys::jwk)
              .collect(Collectors.toUnmodifiableMap(ECKey::getKeyID, key -> key));
      known = new Known(Optional.of(current), accepted, time.instant());
    }
    return known;
  }

  private SigningKey generate() {
    try {
      var key =
          new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).algorithm(ALGORITHM).generate();
      return new SigningKey(
          key.getKeyID(), ALGORITHM.getName(), key.toJSONString(), time.instant());
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ECKey jwk(SigningKey key) {
    try {
      return ECKey.parse(key.privateJwk());
    } catch (ParseException broken) {
      throw new IllegalStateException("signing key " + key.id() + " cannot be read", broken);
    }
  }
}
