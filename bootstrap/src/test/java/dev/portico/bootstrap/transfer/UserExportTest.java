package dev.portico.bootstrap.transfer;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.Fakes;
import dev.portico.application.users.port.Users.Arrival;
import dev.portico.application.users.port.Users.Credentials;
import dev.portico.bootstrap.transfer.UserImport.Summary;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserExportTest {

  @TempDir private Path folder;

  private final Fakes fakes = new Fakes();

  private void addSome() {
    var hash = fakes.passwordHasher.hash(Password.parse("a,b\"c\r\n").orThrow());
    var all = new ArrayList<Credentials>();
    all.add(new Credentials(aUser().withFullName(" \"Алиса\", 🦊 ").build(), hash));
    all.add(new Credentials(aUser().admin().verified().inactive().build(), PasswordHash.NONE));
    var instant = Instant.parse("2024-01-15T12:00:00.000001Z");
    all.add(new Credentials(aUser().createdAt(instant).build(), hash));
    for (int i = 0; i < 250; i++) {
      all.add(new Credentials(aUser().build(), hash));
    }
    assertThat(fakes.users.addAllIfFree(all)).containsOnly(Arrival.ADDED);
  }

  private static long export(Fakes from, Path file, UserFormat format) throws IOException {
    return new UserExport(from.hexagon().exportUsers(), (_, _, _) -> {}).run(file, format);
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "JSONL"})
  void comesOutOfAnotherDatabaseAsTheSameBytes(UserFormat format) throws IOException {
    addSome();
    var file = folder.resolve("users");
    var others = new Fakes();

    assertThat(export(fakes, file, format)).isEqualTo(253);
    assertThat(
            new UserImport(others.hexagon().importUsers(), (_, _, _) -> {})
                .run(file, format, folder.resolve("report")))
        .isEqualTo(new Summary(253, 0, 0));
    var again = folder.resolve("again");
    assertThat(export(others, again, format)).isEqualTo(253);

    assertThat(again).hasSameBinaryContentAs(file);
    assertThat(others.users.all()).containsExactlyInAnyOrderElementsOf(fakes.users.all());
  }

  @Test
  void isForItsOwnerOnly() throws IOException {
    addSome();
    var file = Files.writeString(folder.resolve("users"), "there already, and open to all");

    assertThat(export(fakes, file, UserFormat.CSV)).isEqualTo(253);

    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"KEYCLOAK", "DJANGO"})
  void writesNoOtherFormat(UserFormat format) throws IOException {
    assertThatThrownBy(() -> export(fakes, folder.resolve("users"), format))
        .isInstanceOf(FileUnusable.class);
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }
}
