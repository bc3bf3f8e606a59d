package dev.portico.bootstrap;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.shared.SocketClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users moving in from other systems and out again, by command, as an operator does it. */
@Timeout(600)
class TransferTest {

  private static final String PASSWORD = "correct horse battery";

  @TempDir private Path folder;

  private final DatabaseUrl database = TestPostgres.database();

  /** Copies a sample into the folder. */
  private void sample(String name) throws IOException {
    try (InputStream in = TransferTest.class.getResourceAsStream("transfer/" + name)) {
      Files.copy(Objects.requireNonNull(in), folder.resolve(name));
    }
  }

  /** Runs a command on a database, in this process, and hands back what it says. */
  private String run(DatabaseUrl on, int exitCode, String direction, String file, String... more) {
    var words = new ArrayList<>(List.of(direction, folder.resolve(file).toString()));
    words.addAll(List.of(more));
    var said = new ByteArrayOutputStream();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    // Nothing else: no secret key is needed.
    var environment = Map.of("DATABASE_URL", TestPostgres.uri(on));
    var arguments = TransferArguments.of(environment, Map.of(), words);
    assertThat(new TransferCommand(arguments, out, out).run())
        .as(said.toString(StandardCharsets.UTF_8))
        .isEqualTo(exitCode);
    return said.toString(StandardCharsets.UTF_8);
  }

  private void assertSignsIn(SocketClient client, String name, String username) {
    var token =
        client
            .post("/auth/token", form("username", name, "password", PASSWORD))
            .expectStatus(200)
            .text("/access_token");
    client.get("/users/me", bearer(token)).expectStatus(200).expectJson("/username", username);
  }

  private static void assertRefused(SocketClient client, String name, String password, int status) {
    client.post("/auth/token", form("username", name, "password", password)).expectStatus(status);
  }

  private List<String> query(String sql) throws SQLException {
    var lines = new ArrayList<String>();
    try (var connection = TestPostgres.connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }

  // PW-7
  @Test
  void letsUsersOfOtherSystemsSignInAsBefore() throws Exception {
    for (var name : List.of("fastapi-users.csv", "django.json", "keycloak-realm.json")) {
      sample(name);
    }
    assertThat(run(database, 3, "import", "fastapi-users.csv"))
        .contains("4 users imported, 0 were there already, 1 refused.");
    assertThat(run(database, 3, "import", "django.json", "--format=django"))
        .contains("6 users imported, 0 were there already, 2 refused.");
    assertThat(run(database, 3, "import", "keycloak-realm.json", "--format=keycloak"))
        .contains("5 users imported, 0 were there already, 2 refused.");

    try (var portico = PorticoOnTestDatabase.start(database, Map.of())) {
      var client = new SocketClient(portico.localUrl());
      // fastapi-users: Argon2id of argon2-cffi, bcrypt and passlib's PBKDF2
      assertSignsIn(client, "kim@example.com", "kim-" + hexOf("kim@example.com"));
      assertSignsIn(client, "leo@example.com", "leo-" + hexOf("leo@example.com"));
      var mia = "Mia.O'Hara+shop@example.com";
      assertSignsIn(client, mia, "Mia.O-Hara-shop-" + hexOf(mia));
      // Django: PBKDF2, scrypt and bcrypt of a digest
      assertSignsIn(client, "admin", "admin");
      assertSignsIn(client, "fred", "fred");
      assertSignsIn(client, "grace", "grace");
      // Keycloak: PBKDF2 with SHA-256 and SHA-512, and Argon2id
      assertSignsIn(client, "alice", "alice");
      assertSignsIn(client, "bob@example.com", "bob-" + hexOf("bob@example.com"));
      assertSignsIn(client, "carol", "carol");

      assertRefused(client, "alice", PASSWORD + "!", 401);
      // Without a password, there and here.
      assertRefused(client, "heidi", PASSWORD, 401);
      assertRefused(client, "erin", PASSWORD, 401);
    }
    var renewed =
        query(
            """
            select username_key from users
            where password_hash like '$argon2id$v=19$m=19456,t=2,p=1$%' order by 1
            """);
    assertThat(renewed)
        .hasSize(9)
        .contains("admin", "alice", "carol", "fred", "grace")
        .doesNotContain("heidi", "dave");
    assertThat(query("select username from users where 'ADMIN' = any(roles) order by 1"))
        .containsExactly("Mia.O-Hara-shop-" + hexOf("Mia.O'Hara+shop@example.com"), "admin");
  }

  private static String hexOf(String address) throws Exception {
    var digest =
        MessageDigest.getInstance("SHA-256")
            .digest(address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 3);
  }

  @Test
  void movesToAnEmptyDatabaseAndComesOutAsTheSameBytes() throws Exception {
    sample("django.json");
    var other = TestPostgres.emptyDatabase();
    assertThat(run(database, 3, "import", "django.json", "--format=django"))
        .contains("6 users imported");

    assertThat(run(database, 0, "export", "first.csv")).contains("6 users exported to ");
    assertThat(run(other, 0, "import", "first.csv")).contains("6 users imported, 0 were");
    assertThat(run(other, 0, "import", "first.csv"))
        .contains("0 users imported, 6 were there already, 0 refused.");
    assertThat(run(other, 0, "export", "second.csv")).contains("6 users exported");

    assertThat(folder.resolve("second.csv")).hasSameBinaryContentAs(folder.resolve("first.csv"));
  }

  @Test
  void leavesWholeUsersWhereItIsKilledAndGoesOn() throws Exception {
    int count = 30_000;
    var lines = new StringBuilder("email,username,full_name\n");
    for (int i = 0; i < count; i++) {
      lines.append("u%1$d@example.com,user%1$d,User %1$d\n".formatted(i));
    }
    Files.writeString(folder.resolve("many.csv"), lines);
    var environment = Map.of("DATABASE_URL", TestPostgres.uri(database));
    try (var cutOff = PorticoProcess.start(folder, environment, "import", "many.csv")) {
      while (query("select 1 from users limit 1").isEmpty()) {
        Thread.onSpinWait();
      }
      cutOff.kill();
    }
    long there = Long.parseLong(query("select count(*) from users").getFirst());
    assertThat(there).isPositive();

    assertThat(run(database, 0, "import", "many.csv"))
        .contains(
            String.format(
                Locale.ROOT,
                "%,d users imported, %,d were there already, 0 refused.",
                count - there,
                there));
    assertThat(query("select count(*) from users where full_name is not null"))
        .containsExactly(Integer.toString(count));
  }

  @Test
  void refusesInASentence() throws Exception {
    Files.writeString(folder.resolve("users.csv"), "name\nx\n");

    var environment = Map.of("DATABASE_URL", TestPostgres.uri(database));
    try (var command = PorticoProcess.start(folder, environment, "import", "users.csv")) {
      assertThat(command.awaitEnd()).isEqualTo(1);
      assertThat(command.output().lines())
          .singleElement(STRING)
          .startsWith("The first line must name fields");
    }
    assertThatThrownBy(() -> run(database, 1, "import", "nobody.csv"))
        .isInstanceOf(StartRefused.class)
        .hasMessageEndingWith("nobody.csv cannot be used: there is no such file or folder.");
  }

  @ParameterizedTest
  @CsvSource({
    "import, Name one file",
    "import a.csv b.csv, Name one file",
    "import users.txt, Say how the users stand in the file",
    "import users, Say how the users stand in the file",
    "export users.csv --format=xml, Say how the users stand in the file",
    "import users.csv --prot=1, --prot is not a setting"
  })
  void refusesACommandThatIsNone(String commandLine, String sentence) {
    var words = List.of(commandLine.split(" "));

    assertThat(TransferArguments.isOne(words)).isTrue();
    assertThatThrownBy(() -> TransferArguments.of(Map.of(), Map.of(), words))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith(sentence);
  }

  @Test
  void refusesAFolderThatTheServiceUses() throws Exception {
    Files.writeString(folder.resolve("users.csv"), "email\na@example.com\n");
    try (var service = PorticoProcess.start(folder, Map.of("PORT", "0"))) {
      var _ = service.awaitReady();
      try (var command = PorticoProcess.start(folder, Map.of(), "import", "users.csv")) {
        assertThat(command.awaitEnd()).isEqualTo(1);
        assertThat(command.output()).contains("is in use by another Portico");
      }
    }
    try (var command = PorticoProcess.start(folder, Map.of(), "import", "users.csv")) {
      assertThat(command.awaitEnd()).as(command.output()).isZero();
    }
  }
}
