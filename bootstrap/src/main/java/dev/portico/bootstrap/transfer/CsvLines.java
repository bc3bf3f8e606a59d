package dev.portico.bootstrap.transfer;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Users as CSV (RFC 4180): the first record names the fields, in any order. */
final class CsvLines implements UserLines {

  private static final int MOST_CHARACTERS = 1 << 20;

  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> records;
  private final List<String> names;
  private long line;

  CsvLines(InputStream in) {
    reader =
        CsvReader.builder()
            .maxBufferSize(MOST_CHARACTERS)
            // Reported with their line.
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            // A file that ends inside of a field was cut off.
            .allowUnclosedQuote(false)
            .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8));
    records = reader.iterator();
    names = names(record().map(CsvRecord::getFields).orElse(List.of()));
  }

  private static List<String> names(List<String> header) {
    var names = header.stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
    if (!UserFields.NAMES.containsAll(names) || !names.contains(UserFields.EMAIL)) {
      throw new FileUnusable(
          "The first line must name fields, email among them; there are: "
              + String.join(",", UserFields.NAMES)
              + ".");
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw new FileUnusable("The first line names a field twice.");
    }
    return names;
  }

  @Override
  public Optional<UserLine> next() {
    return record().map(this::read);
  }

  private Optional<CsvRecord> record() {
    try {
      var next = records.hasNext() ? Optional.of(records.next()) : Optional.<CsvRecord>empty();
      line = next.map(CsvRecord::getStartingLineNumber).orElse(line);
      return next;
    } catch (CsvParseException damaged) {
      throw new FileUnusable(
          "The file is no CSV behind line %d: a quotation mark is missing or too many, or a field is"
                  .formatted(line)
              + " longer than a million characters.");
    }
  }

  private UserLine read(CsvRecord record) {
    long number = record.getStartingLineNumber();
    if (record.getFieldCount() != names.size()) {
      return UserLine.damaged(
          number,
          "",
          "has %d fields instead of %d".formatted(record.getFieldCount(), names.size()));
    }
    var fields = new HashMap<String, String>();
    for (int i = 0; i < names.size(); i++) {
      if (!record.getField(i).isEmpty()) {
        fields.put(names.get(i), record.getField(i));
      }
    }
    return UserLine.of(number, fields);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
