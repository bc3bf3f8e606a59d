package dev.portico.persistence.shared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a folder to one program. The operating system lets go of the lock when the program ends,
 * however it ends.
 */
final class FolderLock implements AutoCloseable {

  /** Behind the text of the file, which stays readable where locks are not only advice. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  /**
   * What this program holds. Merely opening and closing the file of a held lock once more would
   * release it (POSIX, fcntl), so a second try must not come that far.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param folder as its real path
   * @throws DatabaseUnusable at once if another program has it, or another part of this one
   */
  static FolderLock acquire(Path folder) throws IOException {
    if (!HELD.add(folder)) {
      throw inUse(folder, Long.toString(ProcessHandle.current().pid()));
    }
    try {
      return lock(folder, folder.resolve("lock"));
    } catch (Throwable failure) {
      HELD.remove(folder);
      throw failure;
    }
  }

  private static FolderLock lock(Path folder, Path file) throws IOException {
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
        throw inUse(folder, Files.readString(file).strip());
      }
      write(channel, Long.toString(ProcessHandle.current().pid()));
      return new FolderLock(folder, channel);
    } catch (Throwable failure) {
      channel.close();
      throw failure;
    }
  }

  private static void write(FileChannel channel, String pid) throws IOException {
    channel.truncate(0);
    var text = ByteBuffer.wrap((pid + "\n").getBytes(StandardCharsets.UTF_8));
    while (text.hasRemaining()) {
      channel.write(text);
    }
  }

  private static DatabaseUnusable inUse(Path folder, String pid) {
    String holder = pid.isEmpty() ? "" : " (process " + pid + ")";
    return new DatabaseUnusable(
        "The folder %s is in use by another Portico%s.".formatted(folder, holder));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // Then so is the lock.
    } finally {
      HELD.remove(folder);
    }
  }
}
