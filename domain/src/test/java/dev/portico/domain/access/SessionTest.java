package dev.portico.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.access.Session.Refresh;
import dev.portico.domain.users.UserId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");
  private static final SessionRule RULE = SessionRule.DEFAULT;
  private static final int NUMBER_AT = 16;
  private static final int SECRET_AT = 20;
  private static final int TAG_AT = 52;

  private final SessionId id = new SessionId(new UUID(0x7000L, 0x8000000000000001L));
  private final UserId user = new UserId(new UUID(0x7000L, 0x8000000000000002L));
  private final Session.Begun begun = begin(id, 1);

  private Session.Begun begin(SessionId named, int seed) {
    return Session.begin(
        named, user, new Client("192.0.2.1", ""), NOON, RULE, secret(seed), secret(seed + 1));
  }

  private static byte[] secret(int seed) {
    byte[] secret = new byte[RefreshToken.SECRET_BYTES];
    for (int i = 0; i < secret.length; i++) {
      secret[i] = (byte) (seed * 31 + i * 7);
    }
    return secret;
  }

  private static Refresh.Turned turn(Session session, RefreshToken token, Instant at, int seed) {
    return (Refresh.Turned) session.refresh(token, at, RULE, secret(seed));
  }

  private static Refresh refresh(Session session, RefreshToken token, Instant at) {
    return session.refresh(token, at, RULE, secret(99));
  }

  /** The token with other bytes at one place. */
  private static RefreshToken changed(RefreshToken token, int at, byte... bytes) {
    byte[] all = Base64.getUrlDecoder().decode(token.reveal().substring(4));
    ByteBuffer.wrap(all).position(at).put(bytes);
    return RefreshToken.parse("prt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(all))
        .orThrow();
  }

  @Test
  void beginsWithATokenAndAnEnd() {
    var session = begun.session();

    assertThat(session.startedAt()).isEqualTo(NOON);
    assertThat(session.lastUsedAt()).isEqualTo(NOON);
    assertThat(session.endsAt()).isEqualTo(NOON.plus(RULE.absolute()));
    assertThat(session.chain().number()).isZero();
    assertThat(session.chain().turn()).isEmpty();
    assertThat(begun.token().session()).isEqualTo(id);
  }

  @Test
  void turnsToTheNextToken() {
    var turned = turn(begun.session(), begun.token(), NOON.plusSeconds(60), 5);

    assertThat(turned.token()).isNotEqualTo(begun.token());
    assertThat(turned.next().lastUsedAt()).isEqualTo(NOON.plusSeconds(60));
    assertThat(turned.next().endsAt()).isEqualTo(begun.session().endsAt());
    assertThat(turned.next().chain().number()).isEqualTo(1);
    assertThat(turned.next().follows(begun.session())).isTrue();
    assertThat(begun.session().follows(turned.next())).isFalse();
    assertThat(turned.next().follows(turned.next())).isFalse();
  }

  @Test
  void followsNoOtherExchange() {
    var turned = turn(begun.session(), begun.token(), NOON, 5).next();
    var other = begin(new SessionId(new UUID(0x7000L, 0x8000000000000009L)), 1);
    var sameName = begin(id, 40);

    assertThat(turned.follows(other.session())).isFalse();
    assertThat(turned.follows(sameName.session())).isFalse();
  }

  // RF-2
  @Test
  void unwrapsTheSameSuccessorForTheParent() {
    var turned = turn(begun.session(), begun.token(), NOON, 5);
    var justBefore = NOON.plus(RefreshChain.GRACE).minusNanos(1);

    assertThat(refresh(turned.next(), begun.token(), justBefore))
        .isEqualTo(new Refresh.Repeated(turned.token()));
    assertThat(refresh(turned.next(), begun.token(), NOON.plus(RefreshChain.GRACE)))
        .isEqualTo(new Refresh.Replayed());
  }

  // RF-3
  @Test
  void takesAGrandparentForSpentAtAnyTime() {
    var second = turn(begun.session(), begun.token(), NOON, 5);
    var third = turn(second.next(), second.token(), NOON, 6);

    assertThat(refresh(third.next(), begun.token(), NOON)).isEqualTo(new Refresh.Replayed());
    assertThat(refresh(third.next(), second.token(), NOON))
        .isEqualTo(new Refresh.Repeated(third.token()));
  }

  // RF-5
  @Test
  void keepsNothingThatATokenCouldBeMadeOf() {
    var second = turn(begun.session(), begun.token(), NOON, 5);
    var kept = second.next().chain();
    var turn = kept.turn().orElseThrow();

    for (var token : new RefreshToken[] {begun.token(), second.token()}) {
      var secret = HexFormat.of().formatHex(token.secret());
      assertThat(kept.digest()).isNotEqualTo(secret).hasSize(64);
      assertThat(kept.tagKey()).isNotEqualTo(secret);
      assertThat(turn.parentDigest()).isNotEqualTo(secret);
      assertThat(turn.wrapped()).isNotEqualTo(secret).hasSize(64);
    }
    assertThat(kept).hasToString("RefreshChain[1]");
  }

  /** Right session, right number: neither a secret nor a tag can be made up. */
  @ParameterizedTest
  @ValueSource(ints = {SECRET_AT, SECRET_AT + 31, TAG_AT, TAG_AT + 15})
  void knowsAMadeUpTokenForForeign(int at) {
    var second = turn(begun.session(), begun.token(), NOON, 5);
    var later = NOON.plusSeconds(60);

    for (var genuine : new RefreshToken[] {begun.token(), second.token()}) {
      byte old = Base64.getUrlDecoder().decode(genuine.reveal().substring(4))[at];
      var forged = changed(genuine, at, (byte) (old ^ 1));

      assertThat(refresh(second.next(), forged, later)).isEqualTo(new Refresh.Foreign());
      assertThat(second.next().hasIssued(forged)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 2, Integer.MAX_VALUE})
  void knowsAnotherNumberForForeign(int number) {
    var second = turn(begun.session(), begun.token(), NOON, 5);
    byte[] bytes = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();

    assertThat(refresh(second.next(), changed(second.token(), NUMBER_AT, bytes), NOON))
        .isEqualTo(new Refresh.Foreign());
  }

  @Test
  void knowsTheTokenOfAnotherSessionForForeign() {
    var other = begin(new SessionId(new UUID(0x7000L, 0x8000000000000009L)), 7);

    assertThat(refresh(begun.session(), other.token(), NOON)).isEqualTo(new Refresh.Foreign());
    assertThat(begun.session().hasIssued(other.token())).isFalse();
  }

  /** Both made one; that of the exchange which was kept is the present one. */
  @Test
  void knowsTheTokenOfALostExchangeForForeign() {
    var kept = turn(begun.session(), begun.token(), NOON, 5);
    var lost = turn(begun.session(), begun.token(), NOON, 6);

    assertThat(refresh(kept.next(), lost.token(), NOON)).isEqualTo(new Refresh.Foreign());
    var third = turn(kept.next(), kept.token(), NOON, 7);
    assertThat(refresh(third.next(), lost.token(), NOON)).isEqualTo(new Refresh.Replayed());
  }

  @Test
  void knowsWhatItHasIssued() {
    var second = turn(begun.session(), begun.token(), NOON, 5);

    assertThat(second.next().hasIssued(begun.token())).isTrue();
    assertThat(second.next().hasIssued(second.token())).isTrue();
    assertThat(begun.session().hasIssued(second.token())).isFalse();
  }

  @Test
  void isNamedByAUuid() {
    assertThat(SessionId.parse(id.toString()).orThrow()).isEqualTo(id);
    assertThat(SessionId.parse("mine").asOptional()).isEmpty();
    assertThat(id).hasToString("00000000-0000-7000-8000-000000000001");
  }

  // RF-4
  @Test
  void isOverWhenIdleOrAtItsEnd() {
    var idleAt = NOON.plus(RULE.idle());

    assertThat(refresh(begun.session(), begun.token(), idleAt.minusNanos(1)))
        .isInstanceOf(Refresh.Turned.class);
    assertThat(refresh(begun.session(), begun.token(), idleAt)).isEqualTo(new Refresh.Over());
    assertThat(RULE.left(begun.session(), NOON)).isEqualTo(RULE.idle());

    var used = turn(begun.session(), begun.token(), NOON.plus(Duration.ofDays(13)), 5);
    var late = used.next();
    for (int day = 26; day < 90; day += 13) {
      used = turn(late, used.token(), NOON.plus(Duration.ofDays(day)), day);
      late = used.next();
    }
    var end = NOON.plus(RULE.absolute());
    assertThat(RULE.left(late, end.minusSeconds(1))).isEqualTo(Duration.ofSeconds(1));
    assertThat(RULE.isOver(late, end.minusNanos(1))).isFalse();
    assertThat(refresh(late, used.token(), end)).isEqualTo(new Refresh.Over());
  }

  @Test
  void isOverWhenNoNumberIsLeft() {
    var chain = begun.session().chain();
    var used =
        new RefreshChain(chain.tagKey(), Integer.MAX_VALUE, chain.digest(), Optional.empty());
    var session =
        new Session(id, user, begun.session().client(), NOON, NOON, begun.session().endsAt(), used);

    assertThat(refresh(session, begun.token(), NOON)).isEqualTo(new Refresh.Over());
  }
}
