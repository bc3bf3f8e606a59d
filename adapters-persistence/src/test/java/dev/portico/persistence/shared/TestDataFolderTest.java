package dev.portico.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestDataFolderTest {

  /** No system has processes of so great a number. */
  private static final String OF_A_DEAD_JVM = "portico-tests-999999999999-1";

  @TempDir private Path parent;

  @Test
  void clearsAwayWhatADeadRunLeft() throws IOException {
    var left = Files.createDirectories(parent.resolve(OF_A_DEAD_JVM + "/base/1"));
    Files.writeString(left.resolve("1259"), "rows");

    var made = TestDataFolder.make(parent);

    assertThat(parent).isDirectoryContaining(made::equals);
    assertThat(parent.resolve(OF_A_DEAD_JVM)).doesNotExist();
  }

  @Test
  void leavesWhatOthersUse() throws IOException {
    var others = Files.createDirectory(parent.resolve("portico-tests-unlike"));
    var first = TestDataFolder.make(parent);

    var second = TestDataFolder.make(parent);

    assertThat(second).isNotEqualTo(first);
    assertThat(first).exists();
    assertThat(others).exists();
  }
}
