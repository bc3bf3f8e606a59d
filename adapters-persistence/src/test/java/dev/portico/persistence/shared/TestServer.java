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
import java.util.stream.Stream;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A running server for tests; its user may create databases.
 *
 * @param endsWithTests whether it is gone with everything in it when it is closed
 */
record TestServer(String description, DatabaseUrl url, boolean endsWithTests, Runnable stop)
    implements AutoCloseable {

  /**
   * What makes it fast: data are lost where the machine fails, which is no loss here, and sandboxes
   * that lock each other need not wait a second before they are told.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "max_connections", "300",
          "fsync", "off",
          "synchronous_commit", "off",
          "full_page_writes", "off",
          "max_wal_size", "128MB",
          "deadlock_timeout", "100ms");

  static TestServer choose() {
    var given = Optional.ofNullable(System.getenv("TEST_DATABASE_URL"));
    if (given.isPresent()) {
      var url = DatabaseUrl.parse(given.get()).orThrow();
      return new TestServer(url + " (TEST_DATABASE_URL)", url, false, () -> {});
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
    var container = new PostgreSQLContainer(image).withCommand(containerCommand());
    container.start();
    var url =
        new DatabaseUrl(
            List.of(new DatabaseUrl.Host(container.getHost(), container.getFirstMappedPort())),
            container.getDatabaseName(),
            Map.of("user", container.getUsername(), "password", container.getPassword()));
    return new TestServer("container of " + image, url, true, container::stop);
  }

  private static String[] containerCommand() {
    return Stream.concat(
            Stream.of("postgres"),
            SETTINGS.entrySet().stream()
                .flatMap(each -> Stream.of("-c", each.getKey() + "=" + each.getValue())))
        .toArray(String[]::new);
  }

  private static TestServer embedded() {
    try {
      var builder =
          EmbeddedPostgres.builder()
              .setRegisterShutdownHook(false)
              .setDataDirectory(TestDataFolder.make());
      SETTINGS.forEach(builder::setServerConfig);
      var server = builder.start();
      var url =
          new DatabaseUrl(
              List.of(new DatabaseUrl.Host("localhost", server.getPort())),
              "postgres",
              Map.of("user", "postgres"));
      return new TestServer("binaries of the build", url, true, () -> stop(server));
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
