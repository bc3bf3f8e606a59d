package dev.portico.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.PlantedContracts.CountersOutside;
import dev.portico.application.PlantedContracts.CountersWithoutLock;
import dev.portico.application.PlantedContracts.KeysOutside;
import dev.portico.application.PlantedContracts.TasksOutside;
import dev.portico.application.PlantedContracts.TasksTakenTwice;
import dev.portico.application.PlantedContracts.TasksWithoutFence;
import dev.portico.application.PlantedContracts.UsersOutside;
import dev.portico.application.PlantedContracts.UsersWithoutAddressKey;
import dev.portico.application.PlantedContracts.UsersWithoutNameKey;
import dev.portico.application.PlantedContracts.UsersWithoutVersionCheck;
import dev.portico.application.PlantedContracts.WholeCounters;
import dev.portico.application.PlantedContracts.WholeKeys;
import dev.portico.application.PlantedContracts.WholeTasks;
import dev.portico.application.PlantedContracts.WholeTransactions;
import dev.portico.application.PlantedContracts.WholeUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A contract that any fake passes is worth nothing: here are fakes that must not. */
class PlantedFakesTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        WholeUsers.class,
        WholeCounters.class,
        WholeTasks.class,
        WholeKeys.class,
        WholeTransactions.class
      })
  void passesTheWholeFake(Class<? extends Planted> contract) {
    var run = Planted.run(contract);

    assertThat(run.failed()).isEmpty();
    assertThat(run.tests().succeeded().count()).isGreaterThan(5);
    assertThat(run.tests().skipped().count()).isZero();
  }

  @Test
  void noticesAForgottenNameKey() {
    assertThat(Planted.run(UsersWithoutNameKey.class).failed())
        .contains("refusesANameThatIsHeldIgnoringCase", "addsOneOfManyWithOneNameAtOnce")
        .doesNotContain("refusesAnAddressThatIsHeldIgnoringCase");
  }

  @Test
  void noticesAForgottenAddressKey() {
    assertThat(Planted.run(UsersWithoutAddressKey.class).failed())
        .containsExactly("refusesAnAddressThatIsHeldIgnoringCase");
  }

  @Test
  void noticesAForgottenVersionCheck() {
    assertThat(Planted.run(UsersWithoutVersionCheck.class).failed())
        .containsExactly("replacesTheExpectedHashOnly");
  }

  @Test
  void noticesUsersThatAreNotRolledBack() {
    assertThat(Planted.run(UsersOutside.class).failed())
        .contains(
            "undoesEverythingWhenTheWorkThrows",
            "makesANestedOneAPartOfTheOuter",
            "failsAsAWholeWhenAPartOfItFailed");
  }

  @Test
  void noticesCountersThatAreNotRolledBack() {
    assertThat(Planted.run(CountersOutside.class).failed())
        .containsExactly("holdNothingThatItsTransactionUndid");
  }

  @Test
  void noticesTasksThatAreNotRolledBack() {
    assertThat(Planted.run(TasksOutside.class).failed())
        .containsExactlyInAnyOrder(
            "forgetsWhatARolledBackTransactionAdded",
            "givesATaskBackThatARolledBackTransactionTook");
  }

  @Test
  void noticesKeysThatAreNotRolledBack() {
    assertThat(Planted.run(KeysOutside.class).failed())
        .containsExactly("forgetAKeyWhenTheTransactionFails");
  }

  @Test
  void noticesLostIncrements() {
    assertThat(Planted.run(CountersWithoutLock.class).failed())
        .containsExactly("countEveryOneOfManyAtOnce");
  }

  @Test
  void noticesATaskThatTwoTook() {
    assertThat(Planted.run(TasksTakenTwice.class).failed())
        .containsExactly("givesNoTaskToTwoOfManyTakers");
  }

  @Test
  void noticesALeaseThatIsNotFenced() {
    assertThat(Planted.run(TasksWithoutFence.class).failed())
        .contains("refusesALeaseThatAnotherFollowed");
  }
}
