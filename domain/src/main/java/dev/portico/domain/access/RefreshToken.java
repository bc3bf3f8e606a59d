package dev.portico.domain.access;

import dev.portico.domain.shared.Parsed;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What is exchanged for the next access token (RFC 6749, 1.5), once.
 *
 * <p>On the wire it is {@value #PREFIX}, by which leaked ones are found, and Base64url of four
 * parts: the session's id, how many tokens the session had before this one, {@value #SECRET_BYTES}
 * bytes that nobody can guess, and a tag by which the session knows its own spent tokens without
 * keeping them.
 */
public final class RefreshToken {

  /** 256 bits: RFC 6749, 10.10 asks for at least 128. */
  public static final int SECRET_BYTES = 32;

  static final int TAG_BYTES = 16;

  private static final String PREFIX = "prt_";
  private static final int BYTES = 2 * Long.BYTES + Integer.BYTES + SECRET_BYTES + TAG_BYTES;
  private static final Pattern FORM = Pattern.compile("prt_[A-Za-z0-9_-]{91}");
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final SessionId session;
  private final int number;
  private final byte[] secret;
  private final byte[] tag;

  RefreshToken(SessionId session, int number, byte[] secret, byte[] tag) {
    this.session = session;
    this.number = number;
    this.secret = secret.clone();
    this.tag = tag.clone();
  }

  /** Reads one; whether it is good for anything is up to its session. */
  public static Parsed<RefreshToken> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Parsed.refused("is not a refresh token");
    }
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(PREFIX.length())));
    var session = new SessionId(new UUID(bytes.getLong(), bytes.getLong()));
    int number = bytes.getInt();
    byte[] secret = new byte[SECRET_BYTES];
    byte[] tag = new byte[TAG_BYTES];
    bytes.get(secret).get(tag);
    var token = new RefreshToken(session, number, secret, tag);
    // The last character has bits to spare: two texts must not be one token.
    return token.reveal().equals(text)
        ? Parsed.accepted(token)
        : Parsed.refused("is not a refresh token");
  }

  /** The token itself, for its bearer's eyes. */
  public String reveal() {
    var bytes = ByteBuffer.allocate(BYTES);
    bytes.putLong(session.value().getMostSignificantBits());
    bytes.putLong(session.value().getLeastSignificantBits());
    bytes.putInt(number).put(secret).put(tag);
    return PREFIX + ENCODER.encodeToString(bytes.array());
  }

  public SessionId session() {
    return session;
  }

  int number() {
    return number;
  }

  byte[] secret() {
    return secret.clone();
  }

  byte[] tag() {
    return tag.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RefreshToken that && reveal().equals(that.reveal());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(secret);
  }

  /** Never the token: it may end up in a log. */
  @Override
  public String toString() {
    return "RefreshToken[hidden]";
  }
}
