package dev.portico.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of one run, a line a test, as one JVM writes it and another reads it: id, outcome,
 * nanoseconds and reason, between tabs.
 */
record TestRun(Map<String, Result> results) {

  enum Outcome {
    PASSED,
    FAILED,
    SKIPPED
  }

  /**
   * @param reason why it was skipped, empty otherwise
   */
  record Result(Outcome outcome, long nanos, String reason) {}

  /** The run that was written to this file; empty where there is none. */
  static TestRun read(Path file) throws IOException {
    var results = new TreeMap<String, Result>();
    if (Files.exists(file)) {
      for (var line : Files.readAllLines(file)) {
        var parts = line.split("\t", 4);
        results.put(
            parts[0], new Result(Outcome.valueOf(parts[1]), Long.parseLong(parts[2]), parts[3]));
      }
    }
    return new TestRun(results);
  }

  void write(Path file) throws IOException {
    var lines = new ArrayList<String>();
    results.forEach((id, result) ->
        lines.add(
            String.join(
                "\t",
                id,
                result.outcome().name(),
                Long.toString(result.nanos()),
                result.reason().replaceAll("\\s+", " "))));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, lines);
  }

  /** Every test that passes in one run and fails in the other. */
  List<String> differencesFrom(TestRun other) {
    return results.entrySet().stream()
        .filter(test -> differs(test.getValue(), other.results.get(test.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean differs(Result here, @org.jspecify.annotations.Nullable Result there) {
    return there != null
        && here.outcome() != there.outcome()
        && here.outcome() != Outcome.SKIPPED
        && there.outcome() != Outcome.SKIPPED;
  }

  /** How many tests were run in both. */
  long sharedWith(TestRun other) {
    return results.entrySet().stream()
        .filter(test -> test.getValue().outcome() != Outcome.SKIPPED)
        .map(test -> other.results.get(test.getKey()))
        .filter(it -> it != null && it.outcome() != Outcome.SKIPPED)
        .count();
  }
}
