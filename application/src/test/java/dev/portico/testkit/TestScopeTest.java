package dev.portico.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TestScopeTest {

  private final TestScope scope = TestScope.open("SomeTest.someCase", Rung.FAKE);

  @Test
  void isFoundOnTheThreadItIsBoundTo() {
    assertThat(TestScope.found()).isEmpty();
    try (var _ = scope.bind()) {
      assertThat(TestScope.current()).isSameAs(scope);
    }
    assertThat(TestScope.found()).isEmpty();
  }

  @Test
  void givesTheThreadBackToTheScopeBefore() {
    var other = TestScope.open("OtherTest.case", Rung.FAKE);
    try (var _ = other.bind()) {
      try (var _ = scope.bind()) {
        assertThat(TestScope.current()).isSameAs(scope);
      }
      assertThat(TestScope.current()).isSameAs(other);
    }
  }

  @Test
  void isNotInheritedByThreads() throws InterruptedException {
    var seen = new ArrayList<Object>();
    try (var _ = scope.bind()) {
      Thread.ofVirtual().start(() -> seen.add(TestScope.found())).join();
    }

    assertThat(seen).containsExactly(java.util.Optional.empty());
  }

  @Test
  void goesWithWorkThatCarriesIt() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var seen = CompletableFuture.supplyAsync(TestScope::current, scope.carrying(threads)).join();

      assertThat(seen).isSameAs(scope);
    }
  }

  @Test
  void saysWhichThreadBelongsToNoTest() throws InterruptedException {
    var said = new ArrayList<String>();
    Thread.ofVirtual()
        .name("lonely")
        .start(() -> {
          try {
            var _ = TestScope.current();
          } catch (IllegalStateException noScope) {
            said.add(noScope.getMessage());
          }
        })
        .join();

    assertThat(said)
        .singleElement()
        .asString()
        .contains("thread \"lonely\"", "belongs to no test", "Where: ", "Cure: ", "carrying(work)");
  }

  @Test
  void isFoundByItsIdUntilItEnds() {
    assertThat(TestScope.of(scope.id())).isSameAs(scope);

    scope.close();

    assertThatThrownBy(() -> TestScope.of(scope.id()))
        .hasMessageContainingAll(scope.id(), "has ended", "Cure: wait for every answer");
  }

  @Test
  void saysWhatItDoesNotHave() {
    assertThatThrownBy(() -> scope.get(TestTime.class))
        .hasMessage("SomeTest.someCase has no TestTime at FAKE");
  }

  @Test
  void endsEverythingWhateverComplains() {
    var ended = new ArrayList<String>();
    scope.atEnd(() -> ended.add("first"));
    scope.atEnd(() -> {
      throw new AssertionError("left over");
    });
    scope.atEnd(() -> {
      ended.add("last");
      throw new IllegalStateException("too");
    });

    assertThatThrownBy(scope::close)
        .hasMessage("too")
        .satisfies(it -> assertThat(it.getSuppressed()).hasSize(1));
    assertThat(ended).isEqualTo(List.of("last", "first"));
  }
}
