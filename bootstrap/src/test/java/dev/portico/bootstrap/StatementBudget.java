package dev.portico.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many statements a request may cost, by route and status, whatever it is asked and however
 * many rows it answers with. Every request of the tests on PostgreSQL is held against it.
 *
 * <p>The file is written anew, from what a whole run of tests has sent, by {@code
 * -Dportico.record.statements=true}; only what has grown or come new is to be found in the
 * difference then, and wants a reason.
 */
final class StatementBudget {

  static final Path FILE = Path.of("src/test/resources/statements.txt");

  private static final boolean RECORDS = Boolean.getBoolean("portico.record.statements");

  private final Map<String, Integer> most;
  private final boolean records;

  private StatementBudget(Map<String, Integer> most, boolean records) {
    this.most = most;
    this.records = records;
  }

  private static final class Shared {
    static final StatementBudget READ = RECORDS ? recording() : read(FILE);
  }

  /** The one that all tests are held against. */
  static StatementBudget shared() {
    return Shared.READ;
  }

  static StatementBudget of(Map<String, Integer> most) {
    return new StatementBudget(new TreeMap<>(most), false);
  }

  /** Lines of a number and what it is for. */
  static StatementBudget read(Path file) {
    try {
      return of(
          Files.readAllLines(file).stream()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split(" ", 2))
              .collect(Collectors.toMap(words -> words[1], words -> Integer.valueOf(words[0]))));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static StatementBudget recording() {
    var budget = new StatementBudget(new TreeMap<>(), true);
    Runtime.getRuntime().addShutdownHook(new Thread(budget::write));
    return budget;
  }

  private synchronized void write() {
    var lines =
        most.entrySet().stream()
            .map(entry -> "%d %s\n".formatted(entry.getValue(), entry.getKey()))
            .collect(Collectors.joining());
    try {
      Files.writeString(
          FILE,
          "# The most SQL statements of a request, by route and status: StatementBudget.\n"
              + lines);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What is wrong with having sent these for an answer of this kind, if anything is. */
  synchronized Optional<String> complaint(String kind, List<String> sent) {
    if (records) {
      most.merge(kind, sent.size(), Math::max);
      return Optional.empty();
    }
    var allowed = most.get(kind);
    if (allowed == null) {
      return Optional.of("%s has no number of statements in %s".formatted(kind, FILE));
    }
    return sent.size() <= allowed
        ? Optional.empty()
        : Optional.of(
            "%s cost %d statements, and %d are written down in %s:\n%s"
                .formatted(kind, sent.size(), allowed, FILE, String.join("\n", sent)));
  }

  /** The kinds of answers that are written down. */
  synchronized List<String> kinds() {
    return List.copyOf(most.keySet());
  }
}
