package dev.portico.persistence.shared;

import java.util.Arrays;

/** Times something and says how long it usually takes. */
final class Quantiles {

  private Quantiles() {}

  /** What is timed. */
  interface Step {
    void run() throws Exception;
  }

  /** Prints a line; the first tenth is for warming up and not counted. */
  static void print(String what, int times, Step step) throws Exception {
    var nanos = new long[times];
    for (int i = -times / 10; i < times; i++) {
      long start = System.nanoTime();
      step.run();
      if (i >= 0) {
        nanos[i] = System.nanoTime() - start;
      }
    }
    print(what, nanos);
  }

  static void print(String what, long... nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        "%s: p50 %.2f ms, p90 %.2f ms (%d times)%n",
        what, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 9 / 10] / 1e6, nanos.length);
  }
}
