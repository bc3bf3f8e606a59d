package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How many bytes an operation may allocate on the heap, by its name. Unlike its time, that does not
 * depend on what else the machine does.
 *
 * <p>What is compiled allocates less than what is interpreted, and when that happens does depend on
 * the machine. So an operation is repeated until a batch is within its bound; only one that never
 * gets there has grown.
 */
public final class AllocationBudget {

  /** Of the module whose tests run. */
  static final Path FILE = Path.of("src/test/resources/allocations.txt");

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration RECORDING = Duration.ofSeconds(8);
  private static final double TOLERANCE = 1.10;
  private static final int BATCH = 200;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What an operation answers has to be made: nothing is saved by dropping it. */
  private static final AtomicReference<Object> ANSWER = new AtomicReference<>("");

  private final Map<String, Long> bytes;
  private final Duration patience;

  /**
   * @param bytes for each operation, as measured when they were written down
   * @param patience how long an operation is repeated before it counts as dearer
   */
  AllocationBudget(Map<String, Long> bytes, Duration patience) {
    this.bytes = new TreeMap<>(bytes);
    this.patience = patience;
  }

  /**
   * Holds all operations of a module to its list, and the list to them. They must not leave the
   * calling thread. {@code -Dportico.record.allocations=true} writes the list anew.
   */
  public static void hold(Map<String, Supplier<?>> operations) throws IOException {
    if (Boolean.getBoolean("portico.record.allocations")) {
      record(operations);
    }
    var budget = new AllocationBudget(read(FILE), PATIENCE);
    operations.forEach(
        (name, operation) -> assertThat(budget.complaint(name, operation)).isEmpty());
    assertThat(budget.leftOver(operations.keySet())).isEmpty();
  }

  private static void record(Map<String, Supplier<?>> operations) throws IOException {
    var text = new StringBuilder("# Bytes allocated by an operation: AllocationBudget.\n");
    operations.forEach(
        (name, operation) -> text.append("%d %s\n".formatted(least(operation, RECORDING), name)));
    Files.writeString(FILE, text.toString(), StandardCharsets.UTF_8);
  }

  /** Lines of a number and what it is for. */
  static Map<String, Long> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" ", 2))
        .collect(Collectors.toMap(words -> words[1], words -> Long.valueOf(words[0])));
  }

  /** Names that are written down and belong to none of these operations any more. */
  Set<String> leftOver(Set<String> operations) {
    var names = new TreeSet<>(bytes.keySet());
    names.removeAll(operations);
    return names;
  }

  /** What is wrong with this operation, if anything is. */
  Optional<String> complaint(String name, Supplier<?> operation) {
    var allowed = bytes.get(name);
    if (allowed == null) {
      return Optional.of("%s has no number of bytes in %s".formatted(name, FILE));
    }
    long end = System.nanoTime() + patience.toNanos();
    long least = Long.MAX_VALUE;
    do {
      least = Math.min(least, each(operation));
    } while (least > allowed * TOLERANCE && System.nanoTime() < end);
    return least <= allowed * TOLERANCE
        ? Optional.empty()
        : Optional.of(
            "%s allocates %d bytes, and %d are written down in %s"
                .formatted(name, least, allowed, FILE));
  }

  /** The least that a batch took for each operation, within this time. */
  private static long least(Supplier<?> operation, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    long least = Long.MAX_VALUE;
    while (System.nanoTime() < end) {
      least = Math.min(least, each(operation));
    }
    return least;
  }

  private static long each(Supplier<?> operation) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < BATCH; i++) {
      ANSWER.setPlain(operation.get());
    }
    return (THREADS.getCurrentThreadAllocatedBytes() - before) / BATCH;
  }
}
