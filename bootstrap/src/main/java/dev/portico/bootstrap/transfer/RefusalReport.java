package dev.portico.bootstrap.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.portico.domain.shared.InvalidInput;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a file were refused, and why, as CSV. Holds nothing of what stands in the lines.
 */
final class RefusalReport implements Closeable {

  private final Path file;
  private @Nullable CsvWriter writer;

  private RefusalReport(Path file) {
    this.file = file;
  }

  /** A report that is written with the first refusal; one that is left from before goes. */
  static RefusalReport at(Path file) throws IOException {
    Files.deleteIfExists(file);
    return new RefusalReport(file);
  }

  void add(long line, InvalidInput problem) throws IOException {
    if (writer == null) {
      writer = CsvWriter.builder().build(OwnerFile.create(file));
      writer.writeRecord("line", "pointer", "reason");
    }
    writer.writeRecord(Long.toString(line), problem.pointer(), problem.reason());
  }

  void flush() throws IOException {
    if (writer != null) {
      writer.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
