package dev.portico.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import dev.portico.application.Fakes;
import dev.portico.application.access.RotateKeys;
import dev.portico.application.access.SignIn;
import dev.portico.application.access.WithdrawKeys;
import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.AccessTokens.Verification;
import dev.portico.domain.access.KeySchedule;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** JW-12: signing keys change while two nodes issue and verify tokens. */
class TokenKeysTest {

  private static final String ISSUER = "https://portico.example";
  private static final Duration TERM = KeySchedule.DEFAULT.signing();

  private final Fakes fakes = new Fakes();
  private final UserId alice = new UserId(new UUID(0x7000L, 0x8000000000000001L));
  private final SessionId session = new SessionId(new UUID(0x7000L, 0x8000000000000002L));
  private final NimbusKeyGenerator generator = new NimbusKeyGenerator();
  private final RotateKeys rotate =
      new RotateKeys(fakes.signingKeys, generator, KeySchedule.DEFAULT, fakes.time);
  private final WithdrawKeys withdraw =
      new WithdrawKeys(fakes.signingKeys, generator, fakes.transactions, fakes.time);
  private final Node one = new Node();
  private final Node two = new Node();

  /** What a node makes of the store that all share. */
  private final class Node {
    final TokenKeys keys = new TokenKeys(fakes.signingKeys, generator, fakes.time);
    final AccessTokens tokens = new NimbusAccessTokens(keys, ISSUER, fakes.ids, fakes.time);
    final KeyUpkeep upkeep = new KeyUpkeep(rotate, keys);

    String issue() {
      return tokens.issue(alice, session, SignIn.ACCESS_TOKEN_LIFETIME).value();
    }

    void expect(String token, Verification expected) {
      assertThat(tokens.verify(token)).isEqualTo(expected);
    }

    void expectGenuine(String token) {
      expect(token, new Verification.Genuine(alice, session));
    }

    void expectRefused(String token) {
      expect(token, new Verification.NotGenuine());
    }
  }

  private void withdraw() {
    switch (withdraw.handle(new WithdrawKeys.Command())) {
      case WithdrawKeys.Outcome.Withdrawn _ -> {}
    }
  }

  private static List<String> ids(Node node) {
    return node.keys.accepted().stream().map(ECKey::getKeyID).toList();
  }

  private void begin() {
    one.upkeep.round();
    two.upkeep.round();
  }

  @Test
  void changeWithoutAFailureUnderLoad() {
    begin();
    var issued = new ArrayDeque<String>();
    var signers = new HashSet<String>();
    fakes.time.advance(TERM.minus(Duration.ofHours(1)));
    // Two hours around the change, in steps that fit no other period; only one node has upkeep.
    for (int step = 0; step < 250; step++) {
      fakes.time.advance(Duration.ofSeconds(29));
      issued.add(one.issue());
      issued.add(two.issue());
      signers.add(one.keys.current().getKeyID());
      assertThat(two.keys.current().getKeyID()).isEqualTo(one.keys.current().getKeyID());
      one.expectGenuine(issued.getLast());
      two.expectGenuine(issued.getLast());
      expectTheOldest(issued);
      if (step % 2 == 0) {
        one.upkeep.round();
      }
    }

    assertThat(signers).hasSize(2);
    assertThat(ids(one)).hasSize(1);
    assertThat(ids(two)).isEqualTo(ids(one));
  }

  /** A token is good to its end, whatever became of the key meanwhile. */
  private void expectTheOldest(Deque<String> issued) {
    while (issued.size() > 120) {
      one.expectGenuine(issued.getFirst());
      two.expectGenuine(issued.removeFirst());
    }
  }

  @Test
  void areKnownToANodeBeforeTheySign() {
    begin();
    fakes.time.advance(TERM.minus(KeySchedule.NOTICE));
    one.upkeep.round();
    assertThat(ids(one)).hasSize(2);

    fakes.time.advance(TokenKeys.BETWEEN_READS);
    assertThat(ids(two)).isEqualTo(ids(one));
    assertThat(two.keys.current()).isEqualTo(one.keys.current());
    assertThat(one.keys.current().getKeyID()).isEqualTo(ids(one).getFirst());

    fakes.time.advance(KeySchedule.NOTICE.minus(TokenKeys.BETWEEN_READS));
    assertThat(one.keys.current().getKeyID()).isEqualTo(ids(one).getLast());
    two.expectGenuine(one.issue());
    one.expectGenuine(two.issue());
  }

  @Test
  void verifyUntilTheyAreRemovedAndNoLonger() {
    begin();
    var old = one.keys.current();
    var longLived = one.tokens.issue(alice, session, Duration.ofDays(60)).value();
    one.expectGenuine(longLived);
    fakes.time.advance(TERM.minus(KeySchedule.NOTICE));
    begin();

    fakes.time.advance(KeySchedule.NOTICE.plus(SignIn.ACCESS_TOKEN_LIFETIME));
    begin();
    one.expectGenuine(longLived);

    fakes.time.advance(Duration.ofMinutes(2));
    begin();
    assertThat(ids(one)).doesNotContain(old.getKeyID());
    // Remembered as genuine before, and refused all the same.
    one.expectRefused(longLived);
    two.expectRefused(longLived);
  }

  @Test
  void areWorthNothingSoonAfterAWithdrawal() {
    begin();
    var stolen = one.issue();
    one.expectGenuine(stolen);
    two.expectGenuine(stolen);

    withdraw();
    // The other node has no upkeep: it finds out by reading once a minute.
    fakes.time.advance(TokenKeys.BETWEEN_READS);
    one.expectGenuine(stolen);
    two.expectGenuine(two.issue());
    fakes.time.advance(KeySchedule.SHORT_NOTICE.minus(TokenKeys.BETWEEN_READS));

    one.expectRefused(stolen);
    two.expectRefused(stolen);
    two.expectGenuine(one.issue());
    one.expectGenuine(two.issue());
  }

  @Test
  void areReplacedWhereAllAreGone() {
    begin();
    var old = one.issue();
    // As someone may do who has nothing but the database.
    fakes.signingKeys.withdraw(ids(one), fakes.time.instant());
    begin();

    one.expectRefused(old);
    two.expectGenuine(one.issue());
    one.expectGenuine(two.issue());
    assertThat(Set.copyOf(ids(one))).hasSize(1).isEqualTo(Set.copyOf(ids(two)));
  }
}
