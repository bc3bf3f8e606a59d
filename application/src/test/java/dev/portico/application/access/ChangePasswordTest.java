package dev.portico.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.ChangePassword.Outcome;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.audit.AuditKind;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChangePasswordTest {

  private static final String NEXT = "another horse";

  private final AccountWorld world = new AccountWorld();
  private final SessionId here = world.signIn();
  private final SessionId there = world.signIn();

  private Outcome change(String current) {
    return world
        .hexagon
        .changePassword()
        .handle(
            new ChangePassword.Command(
                world.alice.id(),
                here,
                AccountWorld.password(current),
                world.chosen(NEXT),
                AccountWorld.HOME));
  }

  // PW-6
  @Test
  void endsEveryOtherSession() {
    assertThat(change("correct horse")).isEqualTo(new Outcome.Changed());

    assertThat(world.opens(NEXT)).isTrue();
    assertThat(world.goesOn(here)).isTrue();
    assertThat(world.goesOn(there)).isFalse();
    assertThat(world.fakes.standings.forgotten()).contains(world.alice.id());
    assertThat(world.fakes.auditLog.kinds()).contains(AuditKind.PASSWORD_CHANGED);
  }

  // PW-6
  @Test
  void tellsTheOwnerByMail() {
    assertThat(change("correct horse")).isEqualTo(new Outcome.Changed());

    assertThat(world.mails())
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.to()).isEqualTo(world.alice.email());
          assertThat(mail.subject()).contains("password");
        });
  }

  // PW-6
  @Test
  void changesNothingForAWrongPassword() {
    assertThat(change("wrong horse")).isEqualTo(new Outcome.WrongPassword());

    assertThat(world.opens("correct horse")).isTrue();
    assertThat(world.goesOn(there)).isTrue();
    assertThat(world.mails()).isEmpty();
    assertThat(world.fakes.auditLog.kinds())
        .contains(AuditKind.SIGN_IN_FAILED)
        .doesNotContain(AuditKind.PASSWORD_CHANGED);
  }

  /** Whoever asked for it may have known the former password. */
  @Test
  void makesAResetThatWasAskedForVoid() {
    var code = world.resetCode();

    assertThat(change("correct horse")).isEqualTo(new Outcome.Changed());

    assertThat(world.hexagon.resetPassword().handle(new ResetPassword.Command(code, "third horse")))
        .isEqualTo(new ResetPassword.Outcome.CodeRefused());
    assertThat(world.opens(NEXT)).isTrue();
  }

  @Test
  void givesUpOnAHashThatDoesNotStay() {
    var checks = new AtomicInteger();
    world.fakes.passwordHasher.meanwhile(() -> {
      checks.incrementAndGet();
      world.replaceHash();
    });

    assertThat(change("correct horse")).isEqualTo(new Outcome.WrongPassword());

    assertThat(checks).hasValue(3);
    assertThat(world.goesOn(there)).isTrue();
    assertThat(world.mails()).isEmpty();
    assertThat(world.fakes.auditLog.kinds()).doesNotContain(AuditKind.PASSWORD_CHANGED);
  }

  @Test
  void findsAHashThatWasRenewedMeanwhile() {
    var once = new AtomicBoolean(true);
    world.fakes.passwordHasher.meanwhile(() -> {
      if (once.getAndSet(false)) {
        world.replaceHash();
      }
    });

    assertThat(change("correct horse")).isEqualTo(new Outcome.Changed());
  }
}
