package dev.portico.bootstrap.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.Fakes;
import dev.portico.application.users.port.Users.Credentials;
import dev.portico.bootstrap.transfer.UserImport.Summary;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.Role;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserImportTest {

  private static final String ID = "0190c2a4-8e4b-7d3c-9f00-5b1d2e3f4a5b";

  @TempDir private Path folder;

  private final Fakes fakes = new Fakes();
  private final String hash =
      fakes.passwordHasher.hash(Password.parse("correct horse").orThrow()).encoded();

  private Summary run(UserFormat format, String text) {
    return run(format, text.getBytes(StandardCharsets.UTF_8));
  }

  private Summary run(UserFormat format, byte[] bytes) {
    try {
      var file = Files.write(folder.resolve("users"), bytes);
      return new UserImport(fakes.hexagon().importUsers(), (_, _, _) -> {})
          .run(file, format, folder.resolve("report.csv"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String report() throws IOException {
    return Files.readString(folder.resolve("report.csv")).replace("\r", "");
  }

  private User user(String name) {
    return fakes.users.credentialsOf(SignInName.of(name)).map(Credentials::user).orElseThrow();
  }

  private void assertIsAlice() {
    var alice = user("alice");
    assertThat(alice.id()).hasToString(ID);
    assertThat(alice.email().text()).isEqualTo("Alice@example.com");
    assertThat(alice.emailVerified()).isTrue();
    assertThat(alice.fullName().orElseThrow().text()).isEqualTo("Алиса \"🦊\", W.");
    assertThat(alice.active()).isFalse();
    assertThat(alice.roles()).containsExactly(Role.ADMIN);
    assertThat(alice.createdAt()).isEqualTo(Instant.parse("2024-01-15T12:00:00.123456Z"));
    assertThat(fakes.users.credentialsOf(SignInName.of("alice")).map(Credentials::hash))
        .contains(new PasswordHash(hash));
  }

  @Test
  void readsEveryFieldOfCsv() {
    var text =
        ("\uFEFFid,username,email,email_verified,full_name,is_active,roles,created_at,password_hash"
                + "\r\n%s,alice,Alice@example.com,t,\"Алиса \"\"🦊\"\", W.\",0,admin,"
                + "2024-01-15 12:00:00.123456+00,%s\r\n")
            .formatted(ID, hash);

    assertThat(run(UserFormat.CSV, text)).isEqualTo(new Summary(1, 0, 0));
    assertIsAlice();
  }

  @Test
  void readsEveryFieldOfJsonLines() {
    var text =
        """
        {"id":"%s","username":"alice","email":"Alice@example.com","email_verified":true,\
        "full_name":"Алиса \\"🦊\\", W.","is_active":false,"roles":["admin"],\
        "created_at":"2024-01-15T14:00:00.123456+02:00","password_hash":"%s"}

        """
            .formatted(ID, hash);

    assertThat(run(UserFormat.JSONL, text)).isEqualTo(new Summary(1, 0, 0));
    assertIsAlice();
  }

  @Test
  void takesWhatIsMissingAsUsual() {
    assertThat(run(UserFormat.CSV, "email,username\na@example.com,ann\n"))
        .isEqualTo(new Summary(1, 0, 0));

    var ann = user("ann");
    assertThat(ann.active()).isTrue();
    assertThat(ann.emailVerified()).isFalse();
    assertThat(ann.roles()).isEmpty();
    assertThat(ann.fullName()).isEmpty();
    assertThat(ann.createdAt()).isEqualTo(fakes.time.instant());
    assertThat(fakes.users.credentialsOf(SignInName.of("ann")).map(Credentials::hash))
        .contains(PasswordHash.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "kim@example.com,kim-5d9a00", "Kim@example.com,Kim-5d9a00", "o'hara+x@example.com,o-hara-x-",
    "guest-1@example.com,user-", "..@example.com,''", "!@example.com,''",
  })
  void namesThoseWhoHaveAnAddressOnly(String address, String beginning) {
    var summary = run(UserFormat.CSV, "email,username\n%1$s,%1$s\n".formatted(address));

    if (summary.added() == 1) {
      var name = user(address).username().text();
      assertThat(name).startsWith(beginning);
      assertThat(run(UserFormat.CSV, "email\n%s\n".formatted(address)))
          .as("again, without a name")
          .isEqualTo(new Summary(0, 1, 0));
    } else {
      assertThat(address).startsWith("..");
    }
  }

  @Test
  void reportsEveryBadFieldOfALineAndImportsTheOthers() throws IOException {
    var text =
        """
        username,email,is_active,roles,created_at,id,password_hash
        ok,ok@example.com,true,,,,
        oka,oka@example.com,true,,,,
        x,nobody,maybe,king,yesterday,17,

        OKA,other@example.com,true,,,,
        bob,OKA@example.com,true,,,,
        eve,eve@example.com,true,,,,$1$salt$hash
        short,line
        """;

    assertThat(run(UserFormat.CSV, text)).isEqualTo(new Summary(1, 0, 6));
    assertThat(report())
        .startsWith("line,pointer,reason\n2,/username,")
        .contains("\n4,/id,must be a UUID\n")
        .contains("\n4,/email,must be one e-mail address such as name@example.com\n")
        .contains("\n4,/username,must be 3 to 32")
        .contains("\n4,/is_active,must be true or false\n")
        .contains("\n4,/roles,must be admin\n")
        .contains("\n4,/created_at,must be a time such as 2024-01-15T12:00:00Z\n")
        .contains("\n6,/username,is held by another user\n")
        .contains("\n7,/email,is held by another user\n")
        .contains("\n8,/password_hash,")
        .contains("\n9,,has 2 fields instead of 7\n");
    assertThat(report()).doesNotContain("salt", "hash$", "eve", "example.org");
    assertThat(Files.getPosixFilePermissions(folder.resolve("report.csv")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void reportsBadJsonLinesAndImportsTheOthers() throws IOException {
    var text =
        """
        {"email":"a@example.com"}
        {"email":"b@example.com"
        {"email":"c@example.com","email":"d@example.com"}
        ["e@example.com"]
        {"email":"f@example.com","shoe_size":43}
        {"email":{"is":"g@example.com"}}
        {"email":"h@example.com"} {"email":"i@example.com"}
        %s
        {"email":"z@example.com"}\
        """
            .formatted("x".repeat(70_000));

    assertThat(run(UserFormat.JSONL, text)).isEqualTo(new Summary(2, 0, 7));
    assertThat(report())
        .contains("\n2,,\"must be JSON", "\n3,,\"must be JSON", "\n4,,must be a JSON object")
        .contains("\n5,,\"has a member", "\n6,/email,must be a text", "\n7,,\"must be JSON")
        .contains("\n8,,is longer than 65536 characters");
  }

  @Test
  void refusesTextThatIsNoUtf8() throws IOException {
    var text = "email,full_name\na@example.com,M\u00FCller\n";

    assertThat(run(UserFormat.CSV, text.getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(new Summary(0, 0, 1));
    assertThat(report()).contains("2,/full_name,must be UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CSV|''|The first line must name fields",
        "CSV|username|The first line must name fields",
        "CSV|email,shoe_size|The first line must name fields",
        "CSV|email,email|The first line names a field twice.",
        "DJANGO|{}|The file must be a JSON array.",
        "DJANGO|''|The file must be a JSON array.",
        "DJANGO|[{},|The file is no JSON from line 1 on.",
        "DJANGO|[{|The file is no JSON from line 1 on.",
        "KEYCLOAK|[]|The file must be a JSON object.",
        "KEYCLOAK|{\"realm\":\"x\"}|The file has no list called users.",
        "KEYCLOAK|{\"users\":{}}|The file has no list called users.",
        "KEYCLOAK|{\"users\":[|The file is no JSON from line 1 on.",
      })
  void refusesAFileThatIsNoneOfItsKind(UserFormat format, String text, String sentence) {
    assertThatThrownBy(() -> run(format, text))
        .isInstanceOf(FileUnusable.class)
        .hasMessageStartingWith(sentence);
  }

  @Test
  void importsWhatStandsBeforeAnOpenQuotationMark() {
    var text = "email\nx@example.com\n\"y@example.com\nz@example.com\n";

    assertThatThrownBy(() -> run(UserFormat.CSV, text))
        .isInstanceOf(FileUnusable.class)
        .hasMessageStartingWith("The file is no CSV behind line 2: ");
    assertThat(fakes.users.all()).hasSize(1);
  }

  @Test
  void goesOnWhereItWasCutOff() {
    var lines = new StringBuilder("email,username,full_name\n");
    for (int i = 0; i < 2_500; i++) {
      lines.append("u%1$d@example.com,user%1$d,User%n".formatted(i));
    }
    // Cut off inside of the last line.
    var half = lines.substring(0, lines.indexOf("user1500"));

    assertThat(run(UserFormat.CSV, half)).isEqualTo(new Summary(1_500, 0, 1));
    assertThat(run(UserFormat.CSV, lines.toString())).isEqualTo(new Summary(1_000, 1_500, 0));
    assertThat(fakes.users.all()).hasSize(2_500);
    assertThat(folder.resolve("report.csv")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-01-15T12:00:00Z",
        "2024-01-15 12:00:00+00",
        "2024-01-15T14:00:00.0000009+0200",
        "2024-01-15 12:00:00",
        "2024-01-15T12:00"
      })
  void readsPointsInTimeAsOthersWriteThem(String text) {
    assertThat(Moments.parse(text).asOptional())
        .isEqualTo(Optional.of(Instant.parse("2024-01-15T12:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2024-01-15",
        "now",
        "1705320000",
        "+999999999-12-31T23:59:59Z",
        "0001-01-01T00:00:00Z",
        "2024-02-30T12:00:00Z"
      })
  void refusesOtherPointsInTime(String text) {
    assertThat(Moments.parse(text).asOptional()).isEmpty();
  }
}
