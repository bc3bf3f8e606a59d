package dev.portico.domain.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActorTest {

  private final UserId alice = new UserId(new UUID(1, 1));
  private final UserId bob = new UserId(new UUID(1, 2));

  @Test
  void changesOwnThingsAndNobodyElses() {
    assertThat(new Actor(alice, false).mayChangeWhatIsOf(alice)).isTrue();
    assertThat(new Actor(alice, false).mayChangeWhatIsOf(bob)).isFalse();
  }

  @Test
  void changesEverybodysAsAnAdministrator() {
    assertThat(new Actor(alice, true).mayChangeWhatIsOf(bob)).isTrue();
  }
}
