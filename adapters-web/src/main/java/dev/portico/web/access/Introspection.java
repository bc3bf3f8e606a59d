package dev.portico.web.access;

import com.nimbusds.jwt.SignedJWT;
import dev.portico.domain.access.Standing;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What services are told of a token (RFC 7662, section 2.2). */
final class Introspection {

  /** Of any token that is good for nothing; nothing more is said (section 2.2). */
  static final Map<String, Object> INACTIVE = Map.of("active", false);

  /** Said as the token says them. */
  private static final List<String> CLAIMS =
      List.of("scope", "client_id", "iat", "exp", "iss", "aud", "sub", "sid", "jti");

  private final InstantSource time;

  Introspection(InstantSource time) {
    this.time = time;
  }

  /**
   * Of an access token that was found genuine. The leeway that we grant is not passed on: whoever
   * asks may grant one as well.
   */
  Map<String, Object> of(String token, Standing standing) {
    try {
      var payload = SignedJWT.parse(token).getPayload().toJSONObject();
      return payload.get("exp") instanceof Long end && time.instant().getEpochSecond() < end
          ? members(payload, standing)
          : INACTIVE;
    } catch (ParseException impossible) {
      throw new IllegalStateException("a genuine token can be read", impossible);
    }
  }

  private static Map<String, Object> members(Map<String, Object> payload, Standing standing) {
    var members = new LinkedHashMap<String, Object>();
    members.put("active", true);
    members.put("token_type", "bearer");
    members.put("username", standing.user().username().text());
    for (var claim : CLAIMS) {
      var value = payload.get(claim);
      if (value != null) {
        members.put(claim, value);
      }
    }
    return members;
  }
}
