package dev.portico.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedDatabaseTest {

  /** Unpacked once for all tests, and outside the folders that they throw away. */
  private static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();

  @TempDir Path temporary;

  private Path folder() {
    return temporary.resolve("data");
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(folder(), BINARIES);
  }

  private static String query(DatabaseUrl url, String sql) throws SQLException {
    try (var connection = url.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private long serverPid() throws IOException {
    var lines = Files.readAllLines(folder().resolve("postgres/postmaster.pid"));
    return Long.parseLong(lines.getFirst().strip());
  }

  private static void kill(long pid) {
    var process = ProcessHandle.of(pid).orElseThrow();
    assertThat(process.destroyForcibly()).isTrue();
    process.onExit().join();
  }

  @Test
  void findsItsDataAgain() throws SQLException {
    try (var first = start()) {
      TestPostgres.execute(first.url(), "create table kept as select 42 as n");
    }
    try (var second = start()) {
      assertThat(query(second.url(), "select n from kept")).isEqualTo("42");
    }
  }

  @Test
  void isAsDurableAndStrictAsAnyServer() throws SQLException {
    try (var database = start()) {
      var url = database.url();
      assertThat(query(url, "show fsync")).isEqualTo("on");
      assertThat(query(url, "show synchronous_commit")).isEqualTo("on");
      assertThat(query(url, "show full_page_writes")).isEqualTo("on");
      assertThat(query(url, "show server_version_num")).startsWith("18");
      assertThat(query(url, "show listen_addresses")).isEqualTo("localhost");
      assertThat(query(url, "select datlocale from pg_database where datname = 'portico'"))
          .isEqualTo("C.UTF-8");
      var stranger =
          DatabaseUrl.parse("postgresql://postgres:wrong@" + url.hostList() + "/portico").orThrow();
      assertThatThrownBy(stranger::connect).hasMessageContaining("password authentication failed");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keepsOthersOut() throws IOException {
    try (var _ = start()) {
      assertThat(permissions(folder())).isEqualTo("rwx------");
      assertThat(permissions(folder().resolve("postgres"))).isEqualTo("rwx------");
      assertThat(permissions(folder().resolve("postgres.password"))).isEqualTo("rw-------");
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void refusesAFolderInUse() {
    try (var _ = start()) {
      // Twice: a refused try must not let go of the lock.
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(this::start)
            .isInstanceOf(DatabaseUnusable.class)
            .hasMessageContaining("in use by another Portico (process ")
            .hasMessageContaining(folder().getFileName().toString());
      }
    }
  }

  @Test
  void losesNothingWhenTheServerIsKilled() throws Exception {
    try (var database = start()) {
      TestPostgres.execute(database.url(), "create table kept as select 42 as n");
      kill(serverPid());
    }
    try (var database = start()) {
      assertThat(query(database.url(), "select n from kept")).isEqualTo("42");
    }
  }

  @Test
  void losesNothingWhenTheProgramIsKilled() throws Exception {
    var program = holderProgram();
    int acknowledged = 0;
    try (var lines =
        new BufferedReader(
            new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      while (acknowledged < 50) {
        acknowledged = Integer.parseInt(lines.readLine());
      }
      assertThatThrownBy(this::start).hasMessageContaining("(process " + program.pid() + ")");
      kill(program.pid());
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged = Integer.parseInt(line);
      }
    }
    assertThat(ProcessHandle.of(serverPid())).as("the server outlives the program").isPresent();

    try (var database = start()) {
      assertThat(query(database.url(), "select count(*) >= " + acknowledged + " from acknowledged"))
          .isEqualTo("t");
    }
  }

  private Process holderProgram() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            List.of(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                HolderProgram.class.getName(),
                folder().toString(),
                BINARIES.toString()))
        .redirectError(Redirect.DISCARD)
        .start();
  }

  @Test
  void isNotMisledByTheNumberOfAnotherProcess() throws Exception {
    try (var database = start()) {
      TestPostgres.execute(database.url(), "create table kept as select 42 as n");
      kill(serverPid());
    }
    var file = folder().resolve("postgres/postmaster.pid");
    var lines = Files.readAllLines(file);
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(file, lines);

    try (var database = start()) {
      assertThat(query(database.url(), "select n from kept")).isEqualTo("42");
    }
  }

  @Test
  void beginsAnewAfterAFirstStartThatWasCutOff() throws Exception {
    Files.createDirectories(folder().resolve("postgres/base"));
    Files.writeString(folder().resolve("postgres/PG_VERSION"), "18\n");
    Files.writeString(folder().resolve("postgres.unfinished"), "");

    try (var database = start()) {
      assertThat(query(database.url(), "select 1")).isEqualTo("1");
      assertThat(folder().resolve("postgres.unfinished")).doesNotExist();
    }
  }

  @Test
  void throwsNoDataAwayThatItDidNotMake() throws IOException {
    var precious = folder().resolve("postgres/base/precious");
    Files.createDirectories(precious.getParent());
    Files.writeString(precious, "");

    assertThatThrownBy(this::start)
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("password of the embedded database is missing");
    assertThat(precious).exists();
  }

  @Test
  void refusesDataOfAnotherVersion() throws IOException {
    Files.createDirectories(folder().resolve("postgres"));
    Files.writeString(folder().resolve("postgres/PG_VERSION"), "17\n");

    assertThatThrownBy(this::start)
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("made by PostgreSQL 17 and this program brings 18");
  }

  @Test
  void refusesAFolderThatIsNone() throws IOException {
    Files.writeString(folder(), "a file");

    assertThatThrownBy(this::start)
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("cannot be used for the embedded database");
  }

  @Test
  void tellsAtOnceWhyTheServerDoesNotStart() throws IOException {
    start().close();
    Files.writeString(
        folder().resolve("postgres/postgresql.conf"),
        "shared_buffers = nonsense\n",
        StandardOpenOption.APPEND);

    assertTimeout(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("could not be started")
                .hasMessageContaining("postgresql.conf")
                .hasMessageContaining("postgres.log"));
  }
}
