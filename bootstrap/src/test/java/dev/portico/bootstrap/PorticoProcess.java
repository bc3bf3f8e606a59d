package dev.portico.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The service as a process of its own, as people start it. */
final class PorticoProcess implements AutoCloseable {

  /** A start takes seconds; on a machine that has much else to do, minutes. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final Pattern READY =
      Pattern.compile("Service +(http://localhost:[0-9]+)|ready on (http://localhost:[0-9]+)");

  private final Process process;
  private final Path out;

  private PorticoProcess(Process process, Path out) {
    this.process = process;
    this.out = out;
  }

  /** Starts one in a folder of its own, with these settings and none of ours. */
  static PorticoProcess start(Path folder, Map<String, String> environment, String... arguments) {
    var java =
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx192m",
            // For the seconds that one lives; what is measured is the packaged service.
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Portico.class.getName());
    return start(folder, environment, java, List.of(arguments));
  }

  /** Starts the packaged service with the options it is shipped with, and without a cache. */
  static PorticoProcess startPackaged(Path folder, Map<String, String> environment) {
    return startPackaged(folder, environment, List.of());
  }

  /** The same with further options of the JVM. */
  static PorticoProcess startPackaged(
      Path folder, Map<String, String> environment, List<String> options) {
    try {
      var java =
          new ArrayList<>(
              Files.readAllLines(Path.of("src/main/jvm/jvm.options")).stream()
                  .filter(line -> !line.startsWith("#"))
                  .toList());
      java.addAll(options);
      java.addAll(List.of("-jar", Path.of("target/portico.jar").toAbsolutePath().toString()));
      return start(folder, environment, java, List.of());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static PorticoProcess start(
      Path folder, Map<String, String> environment, List<String> java, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java);
    command.addAll(arguments);
    try {
      var out = Files.createTempFile("portico", ".out");
      var builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile());
      for (var setting : Setting.values()) {
        builder.environment().remove(setting.name());
        builder.environment().remove(setting.name() + Setting.FILE_SUFFIX);
      }
      builder.environment().putAll(environment);
      return new PorticoProcess(builder.start(), out);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The process itself, for those who measure it. */
  ProcessHandle handle() {
    return process.toHandle();
  }

  String output() {
    try {
      // In JSON, slashes may be escaped.
      return Files.readString(out, StandardCharsets.UTF_8).replace("\\/", "/");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where it listens, once it does. */
  URI awaitReady() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      var ready = READY.matcher(output());
      if (ready.find()) {
        return URI.create(Optional.ofNullable(ready.group(1)).orElseGet(() -> ready.group(2)));
      }
      if (awaitEnd(Duration.ofMillis(50)).isPresent()) {
        throw new AssertionError("ended instead of starting:\n" + output());
      }
    }
    throw new AssertionError("not ready in time:\n" + output());
  }

  /** Waits until it has said something like this. */
  void awaitOutput(String regex) {
    var wanted = Pattern.compile(regex);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.matcher(output()).find()) {
      if (System.nanoTime() > deadline || awaitEnd(Duration.ofMillis(50)).isPresent()) {
        throw new AssertionError("never said " + regex + ":\n" + output());
      }
    }
  }

  /** The exit code, once it has ended. */
  int awaitEnd() {
    return awaitEnd(PATIENCE).orElseThrow(() -> new AssertionError("still running:\n" + output()));
  }

  private Optional<Integer> awaitEnd(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
          ? Optional.of(process.exitValue())
          : Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** Ends it as an operator would. */
  void terminate() {
    process.destroy();
  }

  /** Ends it as the kernel would: at once, without a last word. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Has the kernel do this to it: {@code STOP} lets it stand still, {@code CONT} go on. */
  void signal(String name) {
    try {
      var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
      if (kill.waitFor() != 0) {
        throw new AssertionError("kill -" + name + " failed");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void close() {
    process.destroy();
    if (awaitEnd(Duration.ofSeconds(30)).isEmpty()) {
      process.destroyForcibly();
    }
  }
}
