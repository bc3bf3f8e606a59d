package dev.portico.web.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.users.UserId;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads tokens the way RFC 8725 asks for: one algorithm, one type, a key of ours by its name, and
 * nothing in the header that we do not put there. Whatever is odd is not ours; why does not matter.
 */
final class TokenReader {

  /** The type of an access token (RFC 9068, section 2.1). */
  static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

  /** In characters; ours have about 500. */
  static final int MAX_LENGTH = 2_048;

  /** The end of the year 9999, so that adding to it cannot overflow. */
  private static final long LATEST_SECOND = 253_402_300_799L;

  private static final JOSEObjectType LONG_TYPE = new JOSEObjectType("application/at+jwt");
  private static final Set<String> HEADER_PARAMETERS = Set.of("alg", "typ", "kid");

  private final TokenKeys keys;
  private final String issuer;

  TokenReader(TokenKeys keys, String issuer) {
    this.keys = keys;
    this.issuer = issuer;
  }

  /** What a token with a genuine signature says. */
  record Claims(UserId subject, SessionId session, Instant notBefore, Instant expiresAt) {}

  /** The claims; empty unless the token is ours, whether expired or not. */
  Optional<Claims> read(String token) {
    return token.length() > MAX_LENGTH
        ? Optional.empty()
        : CompactJws.payload(token, this::keyFor)
            .flatMap(payload -> claims(payload.toJSONObject()));
  }

  private Optional<ECKey> keyFor(JWSHeader header) throws ParseException {
    // From the text itself: the parsed header forgets members it holds to be empty.
    var written = JSONObjectUtils.parse(header.getParsedBase64URL().decodeToString());
    return HEADER_PARAMETERS.equals(written.keySet()) && isOurs(header)
        ? keys.accepted(header.getKeyID())
        : Optional.empty();
  }

  private static boolean isOurs(JWSHeader header) {
    return (TYPE.equals(header.getType()) || LONG_TYPE.equals(header.getType()))
        && header.getKeyID() != null;
  }

  private Optional<Claims> claims(@Nullable Map<String, Object> payload) {
    if (payload == null
        || !issuer.equals(payload.get("iss"))
        || !isForUs(payload.get("aud"))
        || !(payload.get("sub") instanceof String subject)
        || !(payload.get("sid") instanceof String sid)) {
      return Optional.empty();
    }
    var expiresAt = instant(payload.get("exp"));
    var issuedAt = instant(payload.get("iat"));
    var notBefore = payload.containsKey("nbf") ? instant(payload.get("nbf")) : issuedAt;
    if (expiresAt.isEmpty() || issuedAt.isEmpty() || notBefore.isEmpty()) {
      return Optional.empty();
    }
    var from = Collections.max(List.of(issuedAt.get(), notBefore.get()));
    var user = UserId.parse(subject).asOptional();
    var session = SessionId.parse(sid).asOptional();
    return user.flatMap(id -> session.map(within -> new Claims(id, within, from, expiresAt.get())));
  }

  /** Whole seconds since 1970 and nothing else, though RFC 7519 would allow fractions. */
  private static Optional<Instant> instant(@Nullable Object value) {
    return value instanceof Long seconds && seconds >= 0 && seconds <= LATEST_SECOND
        ? Optional.of(Instant.ofEpochSecond(seconds))
        : Optional.empty();
  }

  private boolean isForUs(@Nullable Object audience) {
    return issuer.equals(audience)
        || (audience instanceof List<?> several && several.contains(issuer));
  }
}
