package dev.portico.suite;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.portico.suite.TestRun.Outcome;
import dev.portico.suite.TestRun.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Counts and times every test of a run, says so in a few lines at its end, and keeps the figures in
 * {@code target/test-run[-<depth>].tsv}. A run of the API tests at another depth than over fakes is
 * held against the one over fakes: a test that passes in one of them only has found a fake that
 * lies, or an adapter that does.
 */
public final class SuiteReport implements TestExecutionListener {

  private static final int SHOWN_SLOWEST = 5;

  /** Of the run that says no depth, which in adapters-web is the one over fakes. */
  private static final String OVER_FAKES = "test-run.tsv";

  private final Map<String, Long> started = new ConcurrentHashMap<>();
  private final Map<String, Result> results = new ConcurrentHashMap<>();
  private volatile long begunNanos;

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    begunNanos = System.nanoTime();
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    started.put(test.getUniqueId(), System.nanoTime());
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    results.put(test.getUniqueId(), new Result(Outcome.SKIPPED, 0, reason));
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    boolean failed = result.getStatus() == TestExecutionResult.Status.FAILED;
    if (test.isTest() || failed) {
      results.put(test.getUniqueId(), resultOf(test, result));
    }
  }

  private Result resultOf(TestIdentifier test, TestExecutionResult result) {
    long nanos = System.nanoTime() - started.getOrDefault(test.getUniqueId(), System.nanoTime());
    return switch (result.getStatus()) {
      case SUCCESSFUL -> new Result(Outcome.PASSED, nanos, "");
      case FAILED -> new Result(Outcome.FAILED, nanos, "");
      case ABORTED ->
          new Result(
              Outcome.SKIPPED,
              nanos,
              result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
    };
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    if (results.isEmpty()) {
      return;
    }
    var run = new TestRun(new TreeMap<>(results));
    try {
      run.write(Path.of("target", depth().isEmpty() ? OVER_FAKES : "test-run-" + depth() + ".tsv"));
      System.out.print(summary(run) + parity(run));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where the API tests run, if it is not over fakes. */
  private static String depth() {
    return System.getProperty("portico.url", "").isEmpty()
        ? System.getProperty("portico.depth", "")
        : "url";
  }

  private static String title() {
    var module = Path.of("").toAbsolutePath().getFileName();
    return depth().isEmpty() ? "Tests of " + module : "API tests at depth " + depth();
  }

  private String summary(TestRun run) {
    var times =
        run.results().values().stream()
            .filter(result -> result.outcome() != Outcome.SKIPPED)
            .map(Result::nanos)
            .sorted()
            .toList();
    if (times.isEmpty()) {
      return skipped(run);
    }
    long sum = times.stream().mapToLong(Long::longValue).sum();
    return "%s: %d run in %.1f s; of each %.2f ms (p50), %.1f ms (p99), %.2f ms (mean)%n"
            .formatted(
                title(),
                times.size(),
                (System.nanoTime() - begunNanos) / 1e9,
                times.get(times.size() / 2) / 1e6,
                times.get(times.size() * 99 / 100) / 1e6,
                sum / 1e6 / times.size())
        + "  dearest: %s%n".formatted(dearest(run))
        + skipped(run);
  }

  private static String dearest(TestRun run) {
    return run.results().entrySet().stream()
        .sorted(Comparator.comparingLong(test -> -test.getValue().nanos()))
        .limit(SHOWN_SLOWEST)
        .map(test -> "%s %.0f ms".formatted(brief(test.getKey()), test.getValue().nanos() / 1e6))
        .collect(joining(", "));
  }

  private static String skipped(TestRun run) {
    return run.results().values().stream()
        .filter(result -> result.outcome() == Outcome.SKIPPED)
        .collect(groupingBy(Result::reason, TreeMap::new, counting()))
        .entrySet()
        .stream()
        .map(reason -> "  skipped %d: %s%n".formatted(reason.getValue(), reason.getKey()))
        .collect(joining());
  }

  private static String parity(TestRun run) throws IOException {
    if (depth().isEmpty()) {
      return "";
    }
    var fakes = TestRun.read(Path.of("../adapters-web/target", OVER_FAKES));
    if (fakes.results().isEmpty()) {
      return "";
    }
    var differences = run.differencesFrom(fakes);
    return "  parity with fakes: %d tests run at both, %d differ%n"
            .formatted(run.sharedWith(fakes), differences.size())
        + differences.stream()
            .map(test -> "  differs: %s%n".formatted(brief(test)))
            .collect(joining());
  }

  /** Class and method, and what follows: {@code SignInApiTest.answers(), #3}. */
  private static String brief(String uniqueId) {
    return uniqueId
        .replaceAll("\\[engine:[^]]*]", "")
        .replaceAll("/\\[class:(?:\\w+\\.)*(\\w+)]", "$1")
        .replaceAll("/\\[(?:method|test-template|test-factory):(\\w+)\\([^]]*]", ".$1")
        .replaceAll("/\\[[\\w-]+:(#\\d+)]", " $1");
  }
}
