package dev.portico.web.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.domain.access.AccessToken;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.users.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/**
 * Access tokens as JSON Web Tokens in the profile of RFC 9068, signed with ES256.
 *
 * <p>A signature is dear to verify, so a token found genuine is remembered, by digest and not by
 * value, with its time of expiry, which is looked at every time.
 */
final class NimbusAccessTokens implements AccessTokens {

  /** How far the clocks of nodes may be apart. */
  static final Duration LEEWAY = Duration.ofSeconds(60);

  /** The first-party client: tokens are handed to nobody else yet. */
  static final String CLIENT_ID = "portico";

  private static final int REMEMBERED_TOKENS = 10_000;

  private final TokenKeys keys;
  private final TokenReader reader;
  private final String issuer;
  private final IdGenerator ids;
  private final InstantSource time;
  private final Cache<Remembered, TokenReader.Claims> remembered =
      Caffeine.newBuilder().maximumSize(REMEMBERED_TOKENS).build();

  /** A token that was found genuine while these keys were accepted, and no others. */
  private record Remembered(String digest, Set<String> keys) {}

  NimbusAccessTokens(TokenKeys keys, String issuer, IdGenerator ids, InstantSource time) {
    this.keys = keys;
    this.reader = new TokenReader(keys, issuer);
    this.issuer = issuer;
    this.ids = ids;
    this.time = time;
  }

  @Override
  public AccessToken issue(UserId subject, SessionId session, Duration lifetime) {
    var now = time.instant();
    var key = keys.current();
    var header =
        new JWSHeader.Builder(TokenKeys.ALGORITHM)
            .type(TokenReader.TYPE)
            .keyID(key.getKeyID())
            .build();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(issuer)
            .subject(subject.toString())
            .claim("sid", session.toString())
            .claim("client_id", CLIENT_ID)
            .claim("scope", AccessJson.SCOPE)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime)))
            .jwtID(ids.next().toString())
            .build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    return new AccessToken(token.serialize(), lifetime);
  }

  @Override
  public Verification verify(String token) {
    return claimsOf(token)
        .<Verification>map(claims -> judge(claims, time.instant()))
        .orElseGet(Verification.NotGenuine::new);
  }

  private Optional<TokenReader.Claims> claimsOf(String token) {
    if (token.length() > TokenReader.MAX_LENGTH) {
      return Optional.empty();
    }
    var digest = new Remembered(digest(token), keys.acceptedIds());
    var known = remembered.getIfPresent(digest);
    if (known != null) {
      return Optional.of(known);
    }
    var read = reader.read(token);
    read.ifPresent(claims -> remembered.put(digest, claims));
    return read;
  }

  private static Verification judge(TokenReader.Claims claims, Instant now) {
    if (!now.isBefore(claims.expiresAt().plus(LEEWAY))) {
      return new Verification.Expired();
    }
    return claims.notBefore().minus(LEEWAY).isAfter(now)
        ? new Verification.NotGenuine()
        : new Verification.Genuine(claims.subject(), claims.session());
  }

  private static String digest(String token) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
