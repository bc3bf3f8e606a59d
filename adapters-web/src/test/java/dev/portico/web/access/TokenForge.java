package dev.portico.web.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import dev.portico.application.access.port.SigningKeys;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** Makes access tokens, good ones and bad ones, with the service's own key where that helps. */
public final class TokenForge {

  private static final JsonMapper JSON = new JsonMapper();

  private final TokenKeys keys;
  private final String issuer;
  private final InstantSource time;
  private final IdGenerator ids;
  private final Function<UserId, SessionId> sessions;

  /**
   * Goes by the service's keys, name and clock.
   *
   * @param sessions begins a session for a user
   */
  public TokenForge(
      SigningKeys keys,
      String issuer,
      InstantSource time,
      IdGenerator ids,
      Function<UserId, SessionId> sessions) {
    this.keys = new TokenKeys(keys, new NimbusKeyGenerator(), time);
    this.issuer = issuer;
    this.time = time;
    this.ids = ids;
    this.sessions = sessions;
  }

  /** A token whose time was over an hour ago. */
  public String expired(UserId subject) {
    return new NimbusAccessTokens(
            keys, issuer, ids, () -> time.instant().minus(Duration.ofHours(2)))
        .issue(subject, sessions.apply(subject), Duration.ofHours(1))
        .value();
  }

  /** A token that is found expired once this time is over. */
  public String expiringIn(UserId subject, Duration time) {
    var before = Duration.ofHours(2);
    return new NimbusAccessTokens(keys, issuer, ids, () -> this.time.instant().minus(before))
        .issue(subject, sessions.apply(subject), before.plus(time).minus(NimbusAccessTokens.LEEWAY))
        .value();
  }

  /** The key the service signs with. */
  public ECKey key() {
    return keys.current();
  }

  /** The header of a good token. */
  public JWSHeader.Builder header() {
    return new JWSHeader.Builder(TokenKeys.ALGORITHM)
        .type(new JOSEObjectType("at+jwt"))
        .keyID(key().getKeyID());
  }

  /** The claims of a good token. */
  public Map<String, Object> claims(UserId subject) {
    long now = time.instant().getEpochSecond();
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", issuer);
    claims.put("aud", issuer);
    claims.put("sub", subject.toString());
    claims.put("sid", sessions.apply(subject).toString());
    claims.put("client_id", "portico");
    claims.put("iat", now);
    claims.put("exp", now + 600);
    claims.put("jti", ids.next().toString());
    return claims;
  }

  /** A token that is good but for what is changed, and rightly signed. */
  public String token(
      UserId subject,
      UnaryOperator<JWSHeader.Builder> header,
      UnaryOperator<Map<String, Object>> claims) {
    return signed(
        header.apply(header()).build(),
        JSON.writeValueAsString(claims.apply(claims(subject))),
        signer(key()));
  }

  static JWSSigner signer(ECKey key) {
    try {
      return new ECDSASigner(key);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** These parts, signed. */
  public static String signed(JWSHeader header, String payload, JWSSigner signer) {
    try {
      var jws = new JWSObject(header, new Payload(payload));
      jws.sign(signer);
      return jws.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
