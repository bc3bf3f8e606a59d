package dev.portico.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.portico.application.users.port.InMemoryWeakPasswords;
import dev.portico.application.users.port.WeakPasswords;
import dev.portico.domain.users.Password;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortOverridesTest {

  private static final Password WEAK = Password.parse("password1").orThrow();

  private final WeakPasswords port =
      PortProxy.of(WeakPasswords.class, scope -> scope.get(InMemoryWeakPasswords.class));
  private final TestScope scope = TestScope.open("SomeTest.someCase", Rung.FAKE);
  private final PortOverrides ports = scope.put(PortOverrides.class, new PortOverrides(scope));
  private final TestScope.Binding binding = scope.bind();

  PortOverridesTest() {
    scope.put(InMemoryWeakPasswords.class, new InMemoryWeakPasswords());
  }

  @AfterEach
  void unbind() {
    binding.close();
  }

  @Test
  void leavesAPortAloneUntilAsked() {
    assertThat(port.contain(WEAK)).isTrue();
  }

  @Test
  void putsALambdaInThePlaceOfAPort() {
    ports.override(WeakPasswords.class, _ -> false);

    assertThat(port.contain(WEAK)).isFalse();
  }

  @Test
  void changesNothingForAnotherTest() {
    ports.override(WeakPasswords.class, _ -> false);
    var other = TestScope.open("OtherTest.case", Rung.FAKE);
    other.put(InMemoryWeakPasswords.class, new InMemoryWeakPasswords());

    try (var _ = other.bind()) {
      assertThat(port.contain(WEAK)).isTrue();
    }
    assertThat(port.contain(WEAK)).isFalse();
  }

  @Test
  void wrapsWhatIsThere() {
    var asked = new ArrayList<Password>();
    ports.wrap(
        WeakPasswords.class,
        inner ->
            password -> {
              asked.add(password);
              return inner.contain(password);
            });

    assertThat(port.contain(WEAK)).isTrue();
    assertThat(asked).containsExactly(WEAK);
  }

  @Test
  void spiesOnWhatIsThere() {
    var spied = ports.spy(WeakPasswords.class);

    assertThat(port.contain(WEAK)).isTrue();

    verify(spied, times(1)).contain(any());
  }

  @Test
  void spiesOnAReplacement() {
    ports.override(WeakPasswords.class, _ -> false);
    var spied = ports.spy(WeakPasswords.class);

    assertThat(port.contain(WEAK)).isFalse();

    verify(spied).contain(WEAK);
  }

  @Test
  void failsAsOftenAsToldAndThenPasses() {
    ports.fail(WeakPasswords.class, new IllegalStateException("away"), 2);

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> port.contain(WEAK)).hasMessage("away");
    }
    assertThat(port.contain(WEAK)).isTrue();
  }

  @Test
  void takesItsTimeWhenTold() {
    ports.delay(WeakPasswords.class, Duration.ofMillis(20));
    long before = System.nanoTime();

    assertThat(port.contain(WEAK)).isTrue();

    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(20_000_000L);
  }

  @Test
  void refusesToStallTheRun() {
    assertThatThrownBy(() -> ports.delay(WeakPasswords.class, Duration.ofMinutes(1)))
        .hasMessageContainingAll("would stall the whole run", "gate");
  }

  @Test
  void saysWhichPortsThereAre() {
    assertThatThrownBy(() -> ports.override(Runnable.class, () -> {}))
        .hasMessageContainingAll("Runnable is no outbound port", "WeakPasswords");
  }

  @Test
  void stopsCallsAtAGate() {
    var gate = ports.gate(WeakPasswords.class, "contain");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answer = CompletableFuture.supplyAsync(() -> port.contain(WEAK), scope.carrying(threads));
      gate.awaitArrivals(1);
      assertThat(answer).isNotDone();

      gate.open();

      assertThat(answer.join()).isTrue();
    }
  }

  @Test
  void opensItsGatesWhenTheTestEnds() {
    ports.gate(WeakPasswords.class, "contain");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answer = CompletableFuture.supplyAsync(() -> port.contain(WEAK), scope.carrying(threads));

      scope.close();

      assertThat(answer.join()).isTrue();
    }
  }

  @Test
  void knowsNoGateBeforeAMethodThatIsNotThere() {
    assertThatThrownBy(() -> ports.gate(WeakPasswords.class, "contains"))
        .hasMessage("WeakPasswords has no method contains");
  }

  @Test
  void namesPortAndThreadAndCureWithoutATest() throws InterruptedException {
    var said = new ArrayList<String>();
    Thread.ofVirtual()
        .name("lonely")
        .start(() -> {
          try {
            said.add("answered " + port.contain(WEAK));
          } catch (IllegalStateException noScope) {
            said.add(noScope.getMessage());
          }
        })
        .join();

    assertThat(said)
        .singleElement()
        .asString()
        .contains("Port WeakPasswords was called (contain)", "\"lonely\"", "Cure: ");
  }

  @Test
  void isEqualToItselfAlone() {
    assertThat(List.of(port)).contains(port);
    assertThat(port.equals(new InMemoryWeakPasswords())).isFalse();
    assertThat(port).hasToString("the test's WeakPasswords");
  }
}
