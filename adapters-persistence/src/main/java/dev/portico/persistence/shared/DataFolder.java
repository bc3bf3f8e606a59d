package dev.portico.persistence.shared;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder the embedded server lives in.
 *
 * <p>{@code postgres} is the server's own; {@code postgres.password} what it asks for; {@code
 * postgres.unfinished} stands there from before the data are made until the first start has
 * succeeded, so that data without it are never thrown away.
 */
final class DataFolder {

  private static final int VERSION = 18;
  private static final int PASSWORD_BYTES = 24;
  private static final long MOST_LOG_BYTES = 10_000_000;
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");

  private final Path root;

  private DataFolder(Path root) {
    this.root = root;
  }

  /** Makes the folder where it is missing, and keeps others out of it. */
  static DataFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    restrict(folder, OWNER_FOLDER);
    return new DataFolder(folder.toRealPath());
  }

  private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, permissions);
    }
  }

  Path root() {
    return root;
  }

  Path cluster() {
    return root.resolve("postgres");
  }

  Path passwordFile() {
    return root.resolve("postgres.password");
  }

  private Path unfinished() {
    return root.resolve("postgres.unfinished");
  }

  /** Throws away what a first start left that was cut off: nobody has ever written to it. */
  void discardUnfinished() throws IOException {
    if (Files.exists(unfinished())) {
      deleteAll(cluster());
      Files.deleteIfExists(passwordFile());
    }
    if (Files.notExists(cluster())) {
      Files.writeString(unfinished(), "");
      sync();
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** From now on the data are somebody's. */
  void markFinished() throws IOException {
    if (Files.deleteIfExists(unfinished())) {
      sync();
    }
  }

  /** Makes sure that what was made or deleted in the folder stays so when the power goes. */
  private void sync() throws IOException {
    if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (var channel = FileChannel.open(root, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Refuses data that another version of PostgreSQL made. */
  void requireOwnVersion() throws IOException {
    var file = cluster().resolve("PG_VERSION");
    if (Files.exists(file)) {
      String version = Files.readString(file).strip();
      if (!version.equals(Integer.toString(VERSION))) {
        throw new DatabaseUnusable(
            "The data in %s were made by PostgreSQL %s and this program brings %d: they have to be"
                    .formatted(root, version, VERSION)
                + " dumped with the one and restored with the other.");
      }
    }
  }

  /** The server's password, made up with the folder. */
  String password() throws IOException {
    if (Files.exists(passwordFile())) {
      return Files.readString(passwordFile()).strip();
    }
    if (Files.exists(cluster())) {
      throw new DatabaseUnusable(
          "The password of the embedded database is missing: %s.".formatted(passwordFile()));
    }
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Files.writeString(passwordFile(), "");
    restrict(passwordFile(), OWNER_FILE);
    Files.writeString(passwordFile(), password + "\n");
    return password;
  }

  /** The log, from here on; what was written before is moved aside once it is long. */
  ServerLog newLog() throws IOException {
    var log = root.resolve("postgres.log");
    if (Files.exists(log) && Files.size(log) > MOST_LOG_BYTES) {
      Files.move(log, root.resolve("postgres.log.old"), StandardCopyOption.REPLACE_EXISTING);
    }
    return new ServerLog(log);
  }

  /** Says in one sentence why a folder cannot be used. */
  static DatabaseUnusable unusable(Path folder, IOException failure) {
    return new DatabaseUnusable(
        "The folder %s cannot be used for the embedded database: %s."
            .formatted(folder, reason(failure)),
        failure);
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException denied -> "no right to " + denied.getFile();
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> Optional.ofNullable(failure.getMessage()).orElse("it cannot be read or written");
    };
  }
}
