package dev.portico.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.access.WithdrawKeys.Command;
import dev.portico.application.access.WithdrawKeys.Outcome;
import dev.portico.application.access.port.SigningKeys;
import dev.portico.domain.access.KeyRing;
import dev.portico.domain.access.KeySchedule;
import dev.portico.domain.access.KeyTerm;
import dev.portico.domain.access.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithdrawKeysTest {

  private final Fakes fakes = new Fakes();
  private final RotateKeys rotate = fakes.hexagon().rotateKeys();

  private void rotate() {
    assertThat(rotate.handle(new RotateKeys.Command())).isInstanceOf(RotateKeys.Outcome.class);
  }

  private SigningKey withdraw() {
    return switch (fakes.hexagon().withdrawKeys().handle(new Command())) {
      case Outcome.Withdrawn(var successor) -> successor;
    };
  }

  private List<String> accepted() {
    return new KeyRing(fakes.signingKeys.all())
        .accepted(fakes.time.instant()).stream().map(SigningKey::id).toList();
  }

  @Test
  void endsEveryKeyOnceAnotherSigns() {
    rotate();
    fakes.time.advance(KeySchedule.DEFAULT.signing().minus(KeySchedule.NOTICE));
    rotate();

    var successor = withdraw();

    assertThat(accepted()).containsExactly("key-1", "key-2", successor.id());
    assertThat(new KeyRing(fakes.signingKeys.all()).signer(fakes.time.instant()))
        .hasValueSatisfying(key -> assertThat(key.id()).isEqualTo("key-1"));
    fakes.time.advance(KeySchedule.SHORT_NOTICE);
    assertThat(accepted()).containsExactly(successor.id());
    rotate();
    assertThat(fakes.signingKeys.all()).containsExactly(successor);
  }

  @Test
  void makesAKeyWhereThereIsNone() {
    var successor = withdraw();

    assertThat(successor.term())
        .isEqualTo(new KeyTerm(1, fakes.time.instant(), fakes.time.instant()));
  }

  @Test
  void leavesRotationAsItWas() {
    rotate();
    var successor = withdraw();
    fakes.time.advance(KeySchedule.DEFAULT.signing());

    rotate();
    assertThat(accepted()).containsExactly(successor.id(), "key-3");
  }

  @Test
  void endsAKeyThatIsAnnouncedMeanwhile() {
    rotate();
    fakes.time.advance(KeySchedule.DEFAULT.signing());
    var racing = new RotatingFirst(fakes.signingKeys, this::rotate);
    var withdraw = new WithdrawKeys(racing, fakes.keyGenerator, fakes.transactions, fakes.time);

    assertThat(withdraw.handle(new Command())).isInstanceOf(Outcome.Withdrawn.class);

    fakes.time.advance(Duration.ofHours(1));
    assertThat(accepted()).hasSize(1).doesNotContain("key-1", "key-3");
  }

  /** Keys that another node rotates just before one is added. */
  private record RotatingFirst(SigningKeys keys, Runnable rotation) implements SigningKeys {

    @Override
    public List<SigningKey> all() {
      return keys.all();
    }

    @Override
    public boolean addIfFree(SigningKey key) {
      rotation.run();
      return keys.addIfFree(key);
    }

    @Override
    public void withdraw(Collection<String> ids, Instant at) {
      keys.withdraw(ids, at);
    }

    @Override
    public void remove(Collection<String> ids) {
      keys.remove(ids);
    }
  }
}
