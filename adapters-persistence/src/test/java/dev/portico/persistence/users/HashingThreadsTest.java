package dev.portico.persistence.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.Unavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class HashingThreadsTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  /**
   * The first thread of all finds out how to be nice, which takes longer than some have patience.
   */
  @BeforeAll
  static void startAThread() {
    try (var threads = new HashingThreads(1, 1, LONG)) {
      assertThat(threads.run(() -> true)).isTrue();
    }
  }

  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  private boolean occupy(HashingThreads threads) {
    return threads.run(() -> {
      started.countDown();
      goOn.await();
      return true;
    });
  }

  @Test
  void runsOnPlatformThreads() {
    try (var threads = new HashingThreads(1, 1, LONG)) {
      assertThat(threads.run(() -> Thread.currentThread().isVirtual())).isFalse();
    }
  }

  /** F18. By proc(5), the 19th entry of a thread's line is its niceness. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void letsAllOthersGoFirst() {
    int before = niceness();
    try (var threads = new HashingThreads(1, 1, LONG)) {
      assertThat(threads.run(HashingThreadsTest::niceness))
          .isEqualTo(Math.min(19, before + HashingThreads.NICENESS));
    }
    assertThat(niceness()).isEqualTo(before);
  }

  private static int niceness() {
    try {
      var line = Files.readString(Path.of("/proc/thread-self/stat"));
      // The second entry is a name in brackets, which may hold blanks.
      return Integer.parseInt(line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[16]);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** F18. */
  @Test
  void refusesWhatFindsTheQueueFull() throws Exception {
    try (var threads = new HashingThreads(1, 1, LONG);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = callers.submit(() -> occupy(threads));
      started.await();
      assertThat(threads.isFull()).isFalse();
      var waiting = callers.submit(() -> threads.run(() -> "waited"));
      while (threads.waiting() == 0) {
        Thread.onSpinWait();
      }

      assertThat(threads.isFull()).isTrue();
      assertThatThrownBy(() -> threads.run(() -> "no room")).isInstanceOf(Unavailable.class);

      goOn.countDown();
      assertThat(running.get()).isTrue();
      assertThat(waiting.get()).isEqualTo("waited");
    }
  }

  @Test
  void refusesWhatWaitsTooLongAndGivesItsPlaceBack() throws Exception {
    try (var threads = new HashingThreads(1, 1, Duration.ofMillis(250));
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = callers.submit(() -> occupy(threads));
      started.await();

      assertThatThrownBy(() -> threads.run(() -> "too late")).isInstanceOf(Unavailable.class);
      assertThat(threads.waiting()).isZero();

      // Its caller, too, has given up by then, however late it began to wait.
      assertThatThrownBy(running::get).hasCauseInstanceOf(Unavailable.class);
      goOn.countDown();
    }
  }

  @Test
  void passesAFailureOn() {
    try (var threads = new HashingThreads(1, 1, LONG)) {
      assertThatThrownBy(() ->
              threads.run(() -> {
                throw new IllegalArgumentException("on purpose");
              }))
          .hasRootCauseMessage("on purpose");
    }
  }
}
