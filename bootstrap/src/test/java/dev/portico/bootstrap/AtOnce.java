package dev.portico.bootstrap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** The same asked of the service by many, all of them started at one moment. */
final class AtOnce {

  private AtOnce() {}

  /**
   * What each of them came to, in the order of their numbers.
   *
   * @param asking is given its number, from 0
   */
  static <T> List<T> ask(int many, IntFunction<T> asking) {
    var ready = new CountDownLatch(many);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (int i = 0; i < many; i++) {
        int number = i;
        Callable<T> started =
            () -> {
              ready.countDown();
              ready.await();
              return asking.apply(number);
            };
        running.add(threads.submit(started));
      }
      var answers = new ArrayList<T>();
      for (var answer : running) {
        answers.add(answer.get());
      }
      return answers;
    } catch (ExecutionException failure) {
      throw new AssertionError(failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
