package dev.portico.application.access;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.application.access.port.Standings;
import dev.portico.application.audit.Audit;
import dev.portico.domain.access.Client;
import dev.portico.domain.access.RefreshChain;
import dev.portico.domain.access.RefreshToken;
import dev.portico.domain.access.Session;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.access.SessionRule;
import dev.portico.domain.access.Standing;
import dev.portico.domain.access.TokenPair;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All the ways in which sessions end, short of signing out. */
class EndOfSessionsTest {

  private final Fakes fakes = new Fakes();
  private final Audit audit = new Audit(fakes.auditLog, fakes.ids, fakes.time);
  private final Hexagon hexagon = fakes.hexagon();
  private final Password password = Password.parse("correct horse").orThrow();
  private final User alice = added(aUser().build());
  private final User bob =
      added(aUser().withId(new UUID(0x7000L, 0x8000000000000077L)).named("bob").build());

  private User added(User user) {
    var _ = fakes.users.addIfFree(user, fakes.passwordHasher.hash(password));
    return user;
  }

  private TokenPair signIn(User user) {
    var command =
        new SignIn.Command(
            SignInName.of(user.username().text()), password, new Client("192.0.2.1", ""));
    return ((SignIn.Outcome.SignedIn) hexagon.signIn().handle(command)).tokens();
  }

  private RevokeToken.Outcome revoke(String token) {
    return hexagon.revokeToken().handle(new RevokeToken.Command(token));
  }

  private RefreshAccess.Outcome refresh(RefreshToken token) {
    return hexagon.refreshAccess().handle(new RefreshAccess.Command(token));
  }

  private boolean goesOn(TokenPair tokens) {
    return fakes.sessions.find(tokens.refresh().session()).isPresent();
  }

  private List<Session> sessionsOf(User user) {
    return switch (hexagon.listSessions().handle(new ListSessions.Command(user.id()))) {
      case ListSessions.Outcome.Listed(var sessions) -> sessions;
    };
  }

  private EndSession.Outcome end(SessionId session, User user) {
    return hexagon.endSession().handle(new EndSession.Command(session, user.id()));
  }

  @Test
  void tellHowLongTheRefreshTokenLasts() {
    assertThat(signIn(alice).refreshLifetime()).isEqualTo(SessionRule.DEFAULT.idle());
  }

  // RF-6
  @Test
  void comeByEitherToken() {
    var one = signIn(alice);
    var two = signIn(alice);
    var other = signIn(alice);

    assertThat(revoke(one.refresh().reveal())).isEqualTo(new RevokeToken.Outcome.Revoked());
    assertThat(revoke(two.access().value())).isEqualTo(new RevokeToken.Outcome.Revoked());

    assertThat(goesOn(one)).isFalse();
    assertThat(goesOn(two)).isFalse();
    assertThat(goesOn(other)).isTrue();
    assertThat(revoke(one.refresh().reveal())).isEqualTo(new RevokeToken.Outcome.Unknown());
    assertThat(revoke(two.access().value())).isEqualTo(new RevokeToken.Outcome.Unknown());
  }

  @Test
  void comeByASpentTokenThatIsRevoked() {
    var tokens = signIn(alice);
    assertThat(refresh(tokens.refresh())).isInstanceOf(RefreshAccess.Outcome.Refreshed.class);

    assertThat(revoke(tokens.refresh().reveal())).isEqualTo(new RevokeToken.Outcome.Revoked());

    assertThat(goesOn(tokens)).isFalse();
  }

  @Test
  void doNotComeByWhatIsMadeUpOrExpired() {
    var tokens = signIn(alice);
    var text = tokens.refresh().reveal();
    var forged = text.substring(0, 40) + (text.charAt(40) == 'A' ? 'B' : 'A') + text.substring(41);
    fakes.time.advance(SignIn.ACCESS_TOKEN_LIFETIME.plus(Duration.ofMinutes(2)));

    for (var unknown : List.of("", "x", forged, tokens.access().value())) {
      assertThat(revoke(unknown)).isEqualTo(new RevokeToken.Outcome.Unknown());
    }
    assertThat(goesOn(tokens)).isTrue();
    assertThat(new RevokeToken.Command(text)).hasToString("Command[hidden]");
  }

  @Test
  void areListedUntilTheyAreOver() {
    var first = signIn(alice);
    fakes.time.advance(Duration.ofDays(1));
    var second = signIn(alice);
    var _ = signIn(bob);

    assertThat(sessionsOf(alice))
        .extracting(Session::id)
        .containsExactly(second.refresh().session(), first.refresh().session());
    fakes.time.advance(SessionRule.DEFAULT.idle().minusDays(1));
    assertThat(sessionsOf(alice))
        .extracting(Session::id)
        .containsExactly(second.refresh().session());
  }

  @Test
  void comeOneByOneToTheirUserOnly() {
    var tokens = signIn(alice);
    var session = tokens.refresh().session();

    assertThat(end(session, bob)).isEqualTo(new EndSession.Outcome.NotFound());
    assertThat(goesOn(tokens)).isTrue();
    assertThat(end(session, alice)).isEqualTo(new EndSession.Outcome.Ended());
    assertThat(goesOn(tokens)).isFalse();
    assertThat(end(session, alice)).isEqualTo(new EndSession.Outcome.NotFound());
  }

  @Test
  void comeToAllOthersAtOnce() {
    var lost = signIn(alice);
    var own = signIn(alice);
    var theirs = signIn(bob);

    assertThat(
            hexagon
                .endOtherSessions()
                .handle(new EndOtherSessions.Command(alice.id(), own.refresh().session())))
        .isEqualTo(new EndOtherSessions.Outcome.Ended());

    assertThat(List.of(goesOn(lost), goesOn(own), goesOn(theirs)))
        .containsExactly(false, true, true);
  }

  @Test
  void areForgottenInBatchesWhenTheirTimeHasRunOut() {
    IntStream.range(0, 7)
        .forEach(user -> {
          var somebody =
              added(
                  aUser()
                      .withId(new UUID(0x7000L, 0x8000000000001000L + user))
                      .named("somebody" + user)
                      .build());
          for (int i = 0; i < 80; i++) {
            var _ = signIn(somebody);
          }
        });
    fakes.time.advance(SessionRule.DEFAULT.idle());
    var young = signIn(alice);

    assertThat(purge()).isEqualTo(new PurgeSessions.Outcome.Purged(PurgeSessions.BATCH, true));
    assertThat(purge()).isEqualTo(new PurgeSessions.Outcome.Purged(60, false));
    assertThat(purge()).isEqualTo(new PurgeSessions.Outcome.Purged(0, false));
    assertThat(goesOn(young)).isTrue();
  }

  private PurgeSessions.Outcome purge() {
    return hexagon.purgeSessions().handle(new PurgeSessions.Command());
  }

  // RF-7
  @Test
  void areToldToWhoeverRemembersStandings() {
    var told = new ArrayList<UserId>();
    Standings listening =
        new Standings() {
          @Override
          public Optional<Standing> of(SessionId session) {
            return fakes.standings.of(session);
          }

          @Override
          public void forget(UserId user) {
            told.add(user);
          }
        };
    var sessions = List.of(signIn(alice), signIn(alice), signIn(alice), signIn(alice));
    var ids = sessions.stream().map(it -> it.refresh().session()).toList();

    var _ =
        new EndSession(fakes.sessions, listening, audit)
            .handle(new EndSession.Command(ids.get(0), alice.id()));
    assertThat(
            new SignOut(fakes.sessions, listening, audit)
                .handle(new SignOut.Command(ids.get(1), alice.id())))
        .isEqualTo(new SignOut.Outcome.SignedOut());
    var _ =
        new RevokeToken(fakes.sessions, listening, fakes.accessTokens, audit)
            .handle(new RevokeToken.Command(sessions.get(2).refresh().reveal()));
    var _ =
        new EndOtherSessions(fakes.sessions, listening, audit)
            .handle(new EndOtherSessions.Command(alice.id(), ids.get(3)));
    var refreshing =
        new RefreshAccess(
            fakes.sessions,
            listening,
            fakes.users,
            fakes.accessTokens,
            SessionRule.DEFAULT,
            fakes.secrets,
            fakes.taskQueue,
            fakes.transactions,
            fakes.ids,
            fakes.time,
            audit);
    var spent = new RefreshAccess.Command(sessions.get(3).refresh());
    var _ = refreshing.handle(spent);
    fakes.time.advance(RefreshChain.GRACE);
    assertThat(refreshing.handle(spent)).isEqualTo(new RefreshAccess.Outcome.Replayed());

    assertThat(told).hasSize(5).containsOnly(alice.id());
    assertThat(fakes.auditLog.kinds())
        .contains(AuditKind.REFRESH_REPLAYED)
        .filteredOn(AuditKind.SESSIONS_ENDED::equals)
        .hasSize(2);
    assertThat(fakes.auditLog.kinds()).filteredOn(AuditKind.SIGNED_OUT::equals).hasSize(2);
    assertThat(fakes.sessions.of(alice.id())).isEmpty();
  }
}
