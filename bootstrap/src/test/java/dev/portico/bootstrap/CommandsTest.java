package dev.portico.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.persistence.shared.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands for supervisors and for packaging. */
@Timeout(600)
class CommandsTest {

  @TempDir private Path folder;

  private static int health(String port) {
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return HealthCheck.run(Map.of("PORT", port), Map.of(), List.of("health"), out);
  }

  @Test
  void saysWhetherTheServiceIsReady() {
    var environment = PorticoOnTestDatabase.environment(TestPostgres.database());
    try (var service = PorticoOnTestDatabase.start(environment)) {
      var port = Integer.toString(service.localUrl().getPort());

      assertThat(health(port)).isZero();
      service.context().getBean(dev.portico.web.shared.Shutdown.class).begin();
      assertThat(health(port)).isEqualTo(1);
    }
  }

  @Test
  void saysThatNobodyAnswers() throws IOException {
    int closed;
    try (var socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    assertThat(health(Integer.toString(closed))).isEqualTo(1);
  }

  @Test
  void endsWithTheAnswerAsItsExitCode() {
    try (var portico = PorticoProcess.start(folder, Map.of("PORT", "1"), "health")) {
      assertThat(portico.awaitEnd()).isEqualTo(1);
      assertThat(portico.output()).startsWith("no answer on port 1");
    }
  }

  private static final Map<String, String> ELSEWHERE =
      Map.of("DATABASE_URL", "postgresql://u:p@localhost:1/x", "PORT", "1");

  /**
   * As packaging does, where nothing in the environment has a say. With the classes that unpack a
   * server in its cache, a JVM would start in no folder but one. How the second ends is told.
   */
  @Test
  void rehearsesOnceMoreWithoutAnyOfTheServersClasses() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var classes = folder.resolve("classes.log");
    var again =
        "%s -Xlog:class+load:file=%s -cp %s %s rehearse %s/data && exit 3"
            .formatted(
                java,
                classes,
                System.getProperty("java.class.path"),
                Portico.class.getName(),
                folder);
    try (var portico =
        PorticoProcess.start(folder, ELSEWHERE, "rehearse", folder + "/data", "sh", "-c", again)) {
      assertThat(portico.awaitEnd()).isEqualTo(1);
      assertThat(portico.output()).contains("The rehearsal ended with 3.");
    }
    assertThat(classes)
        .content()
        .contains("org.postgresql.Driver ")
        .doesNotContain("org.tukaani.xz")
        .doesNotContain("io.zonky.test");
  }

  @Test
  void rehearsesInANamedFolderOnly() {
    try (var portico = PorticoProcess.start(folder, Map.of(), "rehearse")) {
      assertThat(portico.awaitEnd()).isEqualTo(1);
      assertThat(portico.output()).startsWith("Name the folder to rehearse in");
    }
  }
}
