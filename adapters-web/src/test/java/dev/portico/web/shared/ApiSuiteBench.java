package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.engine.TestExecutionResult;
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
  private record Round(double seconds, Map<String, Double> times, List<String> failures) {

    List<Double> millis() {
      return List.copyOf(times.values());
    }
  }

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
        "  first round %.2f s; a warm round %.2f s; a test of it %.2f ms (mean), %.2f ms (p50)%n",
        rounds.getFirst().seconds(),
        median(warm.stream().map(Round::seconds).toList()),
        median(warm.stream().map(round -> mean(round.millis())).toList()),
        median(warm.stream().map(round -> median(round.millis())).toList()));

    System.out.println("  dearest of the last round: " + dearest(rounds.getLast()));

    assertThat(rounds).allMatch(round -> round.failures().isEmpty());
  }

  private static String dearest(Round round) {
    return round.times().entrySet().stream()
        .sorted(Comparator.comparingDouble(test -> -test.getValue()))
        .limit(SHOWN)
        .map(test ->
            "%s %.1f ms".formatted(test.getKey().replaceAll(".*/\\[class:", ""), test.getValue()))
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
    private final Map<String, Double> times = new ConcurrentHashMap<>();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void executionStarted(TestIdentifier test) {
      started.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        times.put(
            test.getUniqueId(),
            (System.nanoTime() - started.getOrDefault(test.getUniqueId(), 0L)) / 1e6);
      }
      if (result.getStatus() == TestExecutionResult.Status.FAILED) {
        failures.add(test.getUniqueId() + " " + result.getThrowable().orElse(null));
      }
    }
  }
}
