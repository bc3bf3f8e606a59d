package dev.portico.persistence.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first process of a PostgreSQL server, found by the file it keeps beside its data. */
final class Postmaster {

  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
  private static final int POLITE_STOP_S = 10;
  private static final int LAST_CHECKPOINT_S = 60;
  private static final int LOOK_EVERY_MS = 20;

  /** Greater than any process's number may be on any system PostgreSQL runs on. */
  private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);

  private final ProcessHandle process;
  private final Path cluster;

  private Postmaster(ProcessHandle process, Path cluster) {
    this.process = process;
    this.cluster = cluster;
  }

  /** The server that runs on these data; empty if none does. */
  static Optional<Postmaster> of(Path cluster) throws IOException {
    var file = pidFile(cluster);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try (var lines = Files.lines(file)) {
      return lines
          .findFirst()
          .filter(line -> line.matches("[0-9]{1,18}"))
          .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
          .filter(process -> isServerOn(process, cluster))
          .map(process -> new Postmaster(process, cluster));
    }
  }

  private static Path pidFile(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /** The number in the file may long be another process's. */
  private static boolean isServerOn(ProcessHandle process, Path cluster) {
    var info = process.info();
    boolean postgres =
        info.command()
            .map(command -> Path.of(command).getFileName().toString())
            .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
            .isPresent();
    // Not every system tells the arguments.
    return postgres
        && info.arguments().map(all -> List.of(all).contains(cluster.toString())).orElse(true);
  }

  /** Stops a server that outlived the program that started it; at most half a minute. */
  static void stopLeftOver(Path cluster) throws IOException {
    var found = of(cluster);
    if (found.isPresent()) {
      LOG.info("Stopping the database server left over from a program that was killed.");
      found.get().stop();
    } else {
      disown(pidFile(cluster));
    }
  }

  /**
   * Strikes the number of a process that is not the server out of the file: PostgreSQL would take
   * any process of that number for one. The rest of the file stays, by which it tells whether parts
   * of a dead server still run.
   */
  private static void disown(Path file) throws IOException {
    if (Files.exists(file)) {
      var lines = new ArrayList<>(Files.readAllLines(file));
      if (!lines.isEmpty()) {
        lines.set(0, NOBODY);
        Files.write(file, lines);
      }
    }
  }

  private void stop() {
    var all = Stream.concat(Stream.of(process), process.descendants()).toList();
    process.destroy();
    if (!hasEnded(POLITE_STOP_S, this::isGone)) {
      process.destroyForcibly();
      // The other processes notice and follow; the data are safe either way.
      var _ = hasEnded(POLITE_STOP_S, () -> all.stream().noneMatch(ProcessHandle::isAlive));
    }
  }

  /** Waits until the server has ended; it has been told to. */
  void awaitEnd() {
    if (!hasEnded(LAST_CHECKPOINT_S, this::isGone)) {
      LOG.warn("The embedded database is still stopping; it loses nothing.");
    }
  }

  /** Its file goes last of all. The process may stay behind as a zombie where nobody reaps. */
  private boolean isGone() {
    return Files.notExists(pidFile(cluster)) || !process.isAlive();
  }

  private static boolean hasEnded(int seconds, BooleanSupplier end) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!end.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MS));
    }
    return true;
  }
}
