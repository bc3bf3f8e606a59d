package dev.portico.persistence.shared;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A running server for tests; its user may create databases. */
record TestServer(String description, DatabaseUrl url, Runnable stop) implements AutoCloseable {

  private static final String MOST_CONNECTIONS = "300";

  static TestServer choose() {
    var given = Optional.ofNullable(System.getenv("TEST_DATABASE_URL"));
    if (given.isPresent()) {
      var url = DatabaseUrl.parse(given.get()).orThrow();
      return new TestServer(url + " (TEST_DATABASE_URL)", url, () -> {});
    }
    return dockerAnswers() ? containerOrEmbedded() : embedded();
  }

  /** A daemon that answers may still be unable to fetch the image, or to run it. */
  private static TestServer containerOrEmbedded() {
    try {
      return container();
    } catch (RuntimeException notHere) {
      System.out.println("Docker answers, but starts no container: " + notHere.getMessage());
      return embedded();
    }
  }

  /** Asks the daemon itself: the library's own search is slow and loud where there is none. */
  private static boolean dockerAnswers() {
    String host = Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("");
    if (!host.isEmpty() && !host.startsWith("unix://")) {
      return true;
    }
    var socket = Path.of(host.isEmpty() ? "/var/run/docker.sock" : host.substring(7));
    if (Files.notExists(socket)) {
      return false;
    }
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      var ping = "GET /_ping HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      channel.write(ByteBuffer.wrap(ping));
      return channel.read(ByteBuffer.allocate(1)) == 1;
    } catch (IOException noDaemon) {
      return false;
    }
  }

  @SuppressWarnings("resource") // Stopped with the server.
  private static TestServer container() {
    String image =
        Optional.ofNullable(System.getenv("TEST_POSTGRES_IMAGE")).orElse("postgres:18-alpine");
    var container =
        new PostgreSQLContainer(image)
            .withCommand(
                "postgres", "-c", "fsync=off", "-c", "max_connections=" + MOST_CONNECTIONS);
    container.start();
    var url =
        new DatabaseUrl(
            List.of(new DatabaseUrl.Host(container.getHost(), container.getFirstMappedPort())),
            container.getDatabaseName(),
            Map.of("user", container.getUsername(), "password", container.getPassword()));
    return new TestServer("container of " + image, url, container::stop);
  }

  private static TestServer embedded() {
    try {
      var server =
          EmbeddedPostgres.builder()
              .setRegisterShutdownHook(false)
              .setServerConfig("max_connections", MOST_CONNECTIONS)
              .start();
      var url =
          new DatabaseUrl(
              List.of(new DatabaseUrl.Host("localhost", server.getPort())),
              "postgres",
              Map.of("user", "postgres"));
      return new TestServer("binaries of the build", url, () -> stop(server));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void stop(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    stop.run();
  }
}
