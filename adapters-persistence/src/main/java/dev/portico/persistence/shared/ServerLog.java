package dev.portico.persistence.shared;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the embedded server and the programs around it write from one start on. */
final class ServerLog {

  private static final int TAIL_BYTES = 16_384;
  private static final String START_FAILED = "could not start server";
  private static final Pattern REASON =
      Pattern.compile("(?:FATAL|PANIC|error):\\s+(?<reason>.+?)\\s*$", Pattern.MULTILINE);

  private final Path file;
  private final long from;

  ServerLog(Path file) throws IOException {
    this.file = file;
    this.from = Files.exists(file) ? Files.size(file) : 0;
  }

  Path file() {
    return file;
  }

  boolean saysThatStartFailed() {
    return sinceStart().contains(START_FAILED);
  }

  /** The first complaint, which the others follow from. */
  Optional<String> reason() {
    var reason = REASON.matcher(sinceStart());
    return reason.find() ? Optional.of(reason.group("reason")) : Optional.empty();
  }

  private String sinceStart() {
    try (var log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(from);
      byte[] bytes = new byte[Math.clamp(log.length() - from, 0, TAIL_BYTES)];
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException notThereYet) {
      return "";
    }
  }
}
