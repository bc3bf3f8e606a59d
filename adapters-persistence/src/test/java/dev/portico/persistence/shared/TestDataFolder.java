package dev.portico.persistence.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Where the server of one run keeps its data: in memory where there is room for it, since a copy of
 * a database is hundreds of files.
 */
final class TestDataFolder {

  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long ROOM_BYTES = 2L << 30;
  private static final String PREFIX = "portico-tests-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "([0-9]{1,18})-.*");

  private TestDataFolder() {}

  static Path make() throws IOException {
    return make(hasRoom(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * A new folder; clears away what runs that were killed left beside it, their servers included.
   */
  static Path make(Path parent) throws IOException {
    clearLeftOvers(parent);
    return Files.createTempDirectory(parent, PREFIX + ProcessHandle.current().pid() + "-");
  }

  private static boolean hasRoom(Path folder) throws IOException {
    return Files.isWritable(folder) && Files.getFileStore(folder).getUsableSpace() >= ROOM_BYTES;
  }

  private static void clearLeftOvers(Path parent) throws IOException {
    try (var folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (var folder : folders) {
        if (isLeftOver(folder)) {
          clear(folder);
        }
      }
    }
  }

  /** Whether the JVM that made it is no more. */
  private static boolean isLeftOver(Path folder) {
    var name = NAME.matcher(folder.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  private static void clear(Path folder) throws IOException {
    Postmaster.stopLeftOver(folder);
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
