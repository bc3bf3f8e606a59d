package dev.portico.web.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import dev.portico.application.access.port.KeyGenerator;
import dev.portico.application.access.port.SigningKeys;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.access.KeyRing;
import dev.portico.domain.access.SigningKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * The signing keys, ready to use.
 *
 * <p>They are read when first needed, and again once what is known is a minute old. A new key is
 * announced for longer than that, so a node knows it before anyone signs with it; and tokens with
 * made-up key names cannot keep the store busy. Which of the keys signs is up to the time alone.
 */
final class TokenKeys {

  /** ES256 (RFC 7518, section 3.4): cheap to sign; the dear verification is paid once a token. */
  static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;

  /** Less than any key is announced before it signs. */
  static final Duration BETWEEN_READS = Duration.ofMinutes(1);

  private final SigningKeys store;
  private final KeyGenerator generator;
  private final InstantSource time;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Known known = new Known(new KeyRing(List.of()), Map.of(), Instant.MIN);

  /** What was in the store when it was last read. */
  private record Known(KeyRing ring, Map<String, ECKey> jwks, Instant readAt) {

    boolean isStale(Instant now) {
      return !now.isBefore(readAt.plus(BETWEEN_READS));
    }

    Optional<ECKey> signer(Instant now) {
      return ring.signer(now).map(key -> jwks.get(key.id()));
    }
  }

  TokenKeys(SigningKeys store, KeyGenerator generator, InstantSource time) {
    this.store = store;
    this.generator = generator;
    this.time = time;
  }

  /** The key to sign with; made now if there is none. */
  ECKey current() {
    var now = time.instant();
    return fresh(now).signer(now).orElseGet(() -> readNow().signer(now).orElseThrow());
  }

  /** The key of this name, if its tokens are accepted. */
  Optional<ECKey> accepted(String id) {
    return accepted().stream().filter(key -> id.equals(key.getKeyID())).findFirst();
  }

  /** The names of all whose tokens are accepted. */
  Set<String> acceptedIds() {
    var now = time.instant();
    var ids = new HashSet<String>();
    // With each request: no streams.
    for (var key : fresh(now).ring().accepted(now)) {
      ids.add(key.id());
    }
    return ids;
  }

  /** All whose tokens are accepted, announced ones among them. */
  List<ECKey> accepted() {
    var now = time.instant();
    var state = fresh(now);
    return state.ring().accepted(now).stream().map(key -> state.jwks().get(key.id())).toList();
  }

  /** Reads them anew, however short it is since the last time. */
  void refresh() {
    var _ = readNow();
  }

  private Known fresh(Instant now) {
    var state = known;
    if (!state.isStale(now)) {
      return state;
    }
    if (state.jwks().isEmpty()) {
      return readIfStale(now);
    }
    // One thread reads; for the others, what is known will do meanwhile.
    if (!reading.tryLock()) {
      return state;
    }
    try {
      return readIfStale(now);
    } catch (Unavailable away) {
      // Whatever else the request needs will say so.
      return state;
    } finally {
      reading.unlock();
    }
  }

  private Known readIfStale(Instant now) {
    reading.lock();
    try {
      return known.isStale(now) ? readNow() : known;
    } finally {
      reading.unlock();
    }
  }

  private Known readNow() {
    reading.lock();
    try {
      var now = time.instant();
      var ring = new KeyRing(store.all());
      if (ring.signer(now).isEmpty()) {
        // Ours, or that of a node that was quicker.
        var _ = store.addIfFree(generator.generate(ring.next(now, Duration.ZERO)));
        ring = new KeyRing(store.all());
      }
      known = new Known(ring, jwks(ring), now);
      return known;
    } finally {
      reading.unlock();
    }
  }

  private static Map<String, ECKey> jwks(KeyRing ring) {
    return ring.keys().stream()
        .collect(Collectors.toUnmodifiableMap(SigningKey::id, TokenKeys::jwk));
  }

  private static ECKey jwk(SigningKey key) {
    try {
      return ECKey.parse(key.privateJwk());
    } catch (ParseException broken) {
      throw new IllegalStateException("signing key " + key.id() + " cannot be read", broken);
    }
  }
}
