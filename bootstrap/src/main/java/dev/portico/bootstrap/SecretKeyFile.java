package dev.portico.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The secret key that an embedded database comes with: made once, kept beside its data. */
final class SecretKeyFile {

  private static final String NAME = "secret_key";

  private SecretKeyFile() {}

  /**
   * The key in the folder; made now if there is none. The folder is locked by the caller.
   *
   * @throws StartRefused if the file cannot be used
   */
  static SecretKey in(Path folder) {
    var file = folder.resolve(NAME);
    try {
      if (Files.notExists(file)) {
        write(file, SecretKey.generate());
      }
      return SecretKey.parse(Files.readString(file).strip())
          .asOptional()
          .orElseThrow(
              () -> new StartRefused("The secret key in " + file + " is damaged; restore it."));
    } catch (IOException unusable) {
      throw new StartRefused("The secret key in " + file + " can be neither read nor written.");
    }
  }

  /** Whole or not at all: a crash must not leave half a key. */
  private static void write(Path file, String key) throws IOException {
    var fresh = file.resolveSibling(NAME + ".new");
    Files.deleteIfExists(fresh);
    if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(
        fresh, key, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    Files.move(fresh, file);
  }
}
