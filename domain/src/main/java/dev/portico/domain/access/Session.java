package dev.portico.domain.access;

import dev.portico.domain.users.UserId;
import java.time.Instant;

/**
 * A time in which somebody is signed in, on one device.
 *
 * <p>It begins with a password, and goes on as long as its refresh tokens are exchanged in turn, up
 * to its end. A token that is shown a second time may have been stolen, and nobody can tell by
 * whom: it ends the session (RFC 9700, 4.14.2).
 *
 * @param lastUsedAt when it began, or was last refreshed
 * @param endsAt when it is over in any case; refreshing does not move it
 */
public record Session(
    SessionId id,
    UserId user,
    Client client,
    Instant startedAt,
    Instant lastUsedAt,
    Instant endsAt,
    RefreshChain chain) {

  /** A session, and the token that continues it. */
  public record Begun(Session session, RefreshToken token) {}

  /** What came of {@link #refresh}. */
  public sealed interface Refresh {

    /** The session after the exchange, to be kept in the place of this one. */
    record Turned(Session next, RefreshToken token) implements Refresh {}

    /** The same answer once more: the token was exchanged a moment ago. */
    record Repeated(RefreshToken token) implements Refresh {}

    /** A token that was exchanged before: the session must end. */
    record Replayed() implements Refresh {}

    /** No token of this session. */
    record Foreign() implements Refresh {}

    /** The session's time is over. */
    record Over() implements Refresh {}
  }

  /**
   * Somebody has just signed in.
   *
   * @param tagKey random, {@link RefreshToken#SECRET_BYTES} bytes
   * @param secret the same, another time
   */
  public static Begun begin(
      SessionId id,
      UserId user,
      Client client,
      Instant now,
      SessionRule rule,
      byte[] tagKey,
      byte[] secret) {
    var link = RefreshChain.begin(id, tagKey, secret);
    var endsAt = now.plus(rule.absolute());
    return new Begun(new Session(id, user, client, now, now, endsAt, link.chain()), link.token());
  }

  /**
   * What the token is good for.
   *
   * @param secret for the next token: random, {@link RefreshToken#SECRET_BYTES} bytes
   */
  public Refresh refresh(RefreshToken shown, Instant now, SessionRule rule, byte[] secret) {
    if (rule.isOver(this, now) || chain.isUsedUp()) {
      return new Refresh.Over();
    }
    return switch (chain.judge(shown, now)) {
      case PRESENT -> turned(chain.next(shown, secret, now), now);
      case JUST_SPENT -> new Refresh.Repeated(chain.successor(shown));
      case SPENT -> new Refresh.Replayed();
      case FOREIGN -> new Refresh.Foreign();
    };
  }

  /** Whether the token is one of this session's, be it spent. */
  public boolean hasIssued(RefreshToken shown) {
    return chain.judge(shown, startedAt) != RefreshChain.Verdict.FOREIGN;
  }

  private Refresh turned(RefreshChain.Link link, Instant now) {
    var next = new Session(id, user, client, startedAt, now, endsAt, link.chain());
    return new Refresh.Turned(next, link.token());
  }

  /** Whether this is the other session after one exchange of its token. */
  public boolean follows(Session before) {
    return id.equals(before.id)
        && chain.number() == before.chain.number() + 1
        && chain.turn().filter(it -> it.parentDigest().equals(before.chain.digest())).isPresent();
  }
}
