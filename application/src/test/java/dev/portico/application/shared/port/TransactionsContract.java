package dev.portico.application.shared.port;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.users.port.Users;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What every kind of transaction promises; users are the changes it is tried on. */
public abstract class TransactionsContract {

  protected abstract Transactions transactions();

  protected abstract Users users();

  private final User user = aUser().build();

  private Users.Addition add(User added) {
    return users().addIfFree(added, new PasswordHash("hash"));
  }

  @Test
  void keepsWhatWasCommitted() {
    var result = transactions().inTransaction(() -> add(user));

    assertThat(result).isEqualTo(Users.Addition.ADDED);
    assertThat(users().find(user.id())).contains(user);
  }

  @Test
  void undoesEverythingWhenTheWorkThrows() {
    var other = aUser().build();
    var failure = new IllegalStateException("on purpose");

    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  assertThat(add(user)).isEqualTo(Users.Addition.ADDED);
                  assertThat(add(other)).isEqualTo(Users.Addition.ADDED);
                  throw failure;
                }))
        .isSameAs(failure);

    assertThat(users().find(user.id())).isEmpty();
    assertThat(users().find(other.id())).isEmpty();
  }

  @Test
  void seesItsOwnChanges() {
    var found =
        transactions()
            .inTransaction(() -> {
              assertThat(add(user)).isEqualTo(Users.Addition.ADDED);
              return users().find(user.id());
            });

    assertThat(found).contains(user);
  }

  @Test
  void makesANestedOneAPartOfTheOuter() {
    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  transactions().inTransaction(() -> add(user));
                  throw new IllegalStateException("after the inner one");
                }))
        .hasMessage("after the inner one");

    assertThat(users().find(user.id())).isEmpty();
  }

  @Test
  void failsAsAWholeWhenAPartOfItFailed() {
    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  assertThatThrownBy(this::addAndFail).hasMessage("inside");
                  return "caught";
                }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(users().find(user.id())).isEmpty();
  }

  private void addAndFail() {
    transactions()
        .inTransaction(() -> {
          assertThat(add(user)).isEqualTo(Users.Addition.ADDED);
          throw new IllegalStateException("inside");
        });
  }

  @Test
  void worksAgainAfterOneThatFailed() {
    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  throw new IllegalStateException("on purpose");
                }))
        .hasMessage("on purpose");

    transactions().inTransaction(() -> add(user));

    assertThat(users().find(user.id())).contains(user);
  }

  @Test
  void showsOthersNothingBeforeTheCommit() throws InterruptedException {
    var committing = new AtomicBoolean();
    var seenTooEarly = new AtomicBoolean();
    Runnable read =
        () -> {
          boolean found = users().find(user.id()).isPresent();
          seenTooEarly.set(found && !committing.get());
        };
    var reader =
        transactions()
            .inTransaction(() -> {
              assertThat(add(user)).isEqualTo(Users.Addition.ADDED);
              var started = Thread.ofVirtual().start(read);
              letItRead(started);
              committing.set(true);
              return started;
            });
    reader.join();

    assertThat(seenTooEarly).isFalse();
  }

  /** A database answers the reader at once; a fake may let it wait for the writer. */
  private static void letItRead(Thread reader) {
    try {
      var _ = reader.join(Duration.ofMillis(300));
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
