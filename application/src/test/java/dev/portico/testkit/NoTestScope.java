package dev.portico.testkit;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Something of a test was asked for on a thread that belongs to no test. */
public final class NoTestScope extends IllegalStateException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN_FRAMES = 3;

  NoTestScope(String asked) {
    super(
        "%s on thread \"%s\", which belongs to no test.\nWhere: %s\nCure: %s"
            .formatted(
                asked,
                Thread.currentThread().getName(),
                callers(),
                "start the thread by TestScope.current().carrying(work), by race(n) or by"
                    + " client.async(); send requests by the test's own client, which names the"
                    + " test. A thread that outlives its test must not touch ports."));
  }

  private static String callers() {
    return Arrays.stream(Thread.currentThread().getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("dev.portico."))
        .filter(frame -> !frame.getClassName().startsWith("dev.portico.testkit."))
        .limit(SHOWN_FRAMES)
        .map(StackTraceElement::toString)
        .collect(Collectors.joining(", called by "));
  }
}
