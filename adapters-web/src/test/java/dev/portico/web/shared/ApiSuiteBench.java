package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import dev.portico.testkit.Rung;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the API tests again and again in one JVM, each round in another order: what they cost once
 * the JVM is warm, and whether one of them ever comes and goes. Settings, as system properties:
 * {@code portico.rounds}, {@code portico.package}, and {@code portico.parallel} (true or false).
 */
@Tag("api")
@Isolated // It takes times.
class ApiSuiteBench {

  private static final int ROUNDS = Integer.getInteger("portico.rounds", 10);
  private static final String PACKAGE = System.getProperty("portico.package", "dev.portico.web");
  private static final String PARALLEL = System.getProperty("portico.parallel", "true");

  private static final int SHOWN = 5;

  /** What came of one round; the JVM counts as warm in the second half of them. */
  private record Round(double seconds, Map<String, Timed> times, List<String> failures) {

    List<Double> millis() {
      return millis(_ -> true);
    }

    List<Double> millis(Predicate<Rung> rungs) {
      return times.values().stream()
          .filter(test -> rungs.test(test.rung()))
          .map(Timed::millis)
          .toList();
    }
  }

  /** A test that was run, and the rung it asks for where there are several. */
  private record Timed(double millis, Rung rung) {}

  @Test
  @Timeout(3_600)
  void runsRoundAfterRound() {
    var rounds = new ArrayList<Round>();
    for (int seed = 1; seed <= ROUNDS; seed++) {
      var round = run(seed);
      rounds.add(round);
      round.failures().forEach(failure -> System.out.println("  failed: " + failure));
    }
    var depth = Depths.chosen().name();
    System.out.printf(
        "API tests of %s at depth %s, %s: %d tests, %d rounds, %d failures%n",
        PACKAGE,
        depth,
        PARALLEL.equals("true") ? "in parallel" : "one at a time",
        rounds.getLast().millis().size(),
        ROUNDS,
        rounds.stream().mapToInt(round -> round.failures().size()).sum());
    var warm = rounds.subList(rounds.size() / 2, rounds.size());
    System.out.printf(
        "  first round %.2f s; a warm round %.2f s%n",
        rounds.getFirst().seconds(), median(warm.stream().map(Round::seconds).toList()));
    tell("a test of it", warm, _ -> true);
    if (!depth.equals("fakes")) {
      tell("in a sandbox", warm, rung -> rung == Rung.SANDBOX);
      tell("in a clone", warm, rung -> rung == Rung.CLONE);
    }
    System.out.println("  dearest of the last round: " + dearest(rounds.getLast()));

    assertThat(rounds).allMatch(round -> round.failures().isEmpty());
  }

  private static void tell(String which, List<Round> rounds, Predicate<Rung> rungs) {
    var millis = rounds.stream().map(round -> round.millis(rungs)).toList();
    if (millis.getFirst().isEmpty()) {
      return;
    }
    System.out.printf(
        "  %-14s %4d tests: %6.2f ms (mean), %6.2f ms (p50)%n",
        which,
        millis.getFirst().size(),
        median(millis.stream().map(ApiSuiteBench::mean).toList()),
        median(millis.stream().map(ApiSuiteBench::median).toList()));
  }

  private static String dearest(Round round) {
    return round.times().entrySet().stream()
        .sorted(Comparator.comparingDouble(test -> -test.getValue().millis()))
        .limit(SHOWN)
        .map(test ->
            "%s %.1f ms"
                .formatted(test.getKey().replaceAll(".*/\\[class:", ""), test.getValue().millis()))
        .collect(Collectors.joining("; "));
  }

  private static Round run(int seed) {
    var watch = new Watch();
    long begun = System.nanoTime();
    LauncherFactory.create(
            LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build())
        .execute(request(seed), watch);
    return new Round(
        (System.nanoTime() - begun) / 1e9, Map.copyOf(watch.times), List.copyOf(watch.failures));
  }

  private static LauncherDiscoveryRequest request(int seed) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(selectPackage(PACKAGE))
        .filters(includeClassNamePatterns(".*ApiTest"))
        .configurationParameter("junit.jupiter.execution.parallel.enabled", PARALLEL)
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter(
            "junit.jupiter.execution.parallel.config.executor-service", "WORKER_THREAD_POOL")
        .configurationParameter("junit.jupiter.execution.timeout.default", "60 s")
        .configurationParameter("junit.jupiter.execution.order.random.seed", Integer.toString(seed))
        .configurationParameter(
            "junit.jupiter.testmethod.order.default", "org.junit.jupiter.api.MethodOrderer$Random")
        .configurationParameter(
            "junit.jupiter.testclass.order.default", "org.junit.jupiter.api.ClassOrderer$Random")
        .build();
  }

  private static double median(List<Double> numbers) {
    return numbers.stream().sorted().toList().get(numbers.size() / 2);
  }

  private static double mean(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /** Takes the time of every test. */
  private static final class Watch implements TestExecutionListener {

    private final ConcurrentHashMap<String, Long> started = new ConcurrentHashMap<>();
    private final Map<String, Timed> times = new ConcurrentHashMap<>();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void executionStarted(TestIdentifier test) {
      started.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        var millis = (System.nanoTime() - started.getOrDefault(test.getUniqueId(), 0L)) / 1e6;
        times.put(test.getUniqueId(), new Timed(millis, rungOf(test)));
      }
      if (result.getStatus() == TestExecutionResult.Status.FAILED) {
        failures.add(test.getUniqueId() + " " + result.getThrowable().orElse(null));
      }
    }

    private static Rung rungOf(TestIdentifier test) {
      return test.getSource()
          .filter(MethodSource.class::isInstance)
          .map(MethodSource.class::cast)
          .map(method -> ApiExtension.rungOf(method.getJavaMethod(), method.getJavaClass()))
          .orElse(Rung.SANDBOX);
    }
  }
}
