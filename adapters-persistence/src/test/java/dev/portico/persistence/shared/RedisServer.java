package dev.portico.persistence.shared;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real server of this machine, Valkey or Redis, for one test; without one the test is skipped.
 */
public final class RedisServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final int port;
  private Process process;

  private RedisServer(int port) {
    this.port = port;
    process = run();
  }

  public static RedisServer start() {
    Assumptions.assumeTrue(
        program().isPresent(),
        "needs valkey-server or redis-server on the PATH, or named by TEST_REDIS_SERVER");
    return new RedisServer(freePort());
  }

  private static Optional<Path> program() {
    var named = Optional.ofNullable(System.getenv("TEST_REDIS_SERVER")).map(Path::of);
    return named.or(() ->
        Stream.of("valkey-server", "redis-server")
            .flatMap(name -> folders().map(folder -> folder.resolve(name)))
            .filter(Files::isExecutable)
            .findFirst());
  }

  private static Stream<Path> folders() {
    var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator, -1)).map(Path::of);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private Process run() {
    try {
      var started =
          new ProcessBuilder(
                  program().orElseThrow().toString(),
                  "--port",
                  Integer.toString(port),
                  "--bind",
                  "127.0.0.1",
                  "--save",
                  "",
                  "--appendonly",
                  "no")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      awaitThat(this::listens);
      return started;
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private boolean listens() {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  RedisUrl url() {
    return RedisUrl.parse(uri()).orThrow();
  }

  /** The address as {@code REDIS_URL} takes it. */
  public String uri() {
    return "redis://127.0.0.1:" + port;
  }

  /** It keeps its connections and answers nothing, until {@link #goOn}. */
  public void hang() {
    signal("STOP");
  }

  public void goOn() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
      if (kill.waitFor() != 0) {
        throw new AssertionError("kill -" + name + " failed");
      }
    } catch (IOException failure) {
      throw new AssertionError(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** As {@code kill -9}. */
  public void die() {
    process.destroyForcibly().onExit().join();
  }

  /** A new one at the same address, which remembers nothing. */
  public void rise() {
    process = run();
  }

  static void awaitThat(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not within " + PATIENCE);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  @Override
  public void close() {
    die();
  }
}
