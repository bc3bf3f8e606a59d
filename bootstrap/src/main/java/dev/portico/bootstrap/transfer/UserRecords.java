package dev.portico.bootstrap.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Users going into a file, one after the other. */
sealed interface UserRecords extends Closeable {

  /** Writes the fields of {@link UserFields#NAMES}, in their order. */
  void add(List<String> fields) throws IOException;

  static UserRecords of(UserFormat format, Writer writer) {
    return format == UserFormat.CSV ? new Csv(writer) : new Lines(writer);
  }

  /** Refuses the formats of others. */
  static void require(UserFormat format) {
    if (format != UserFormat.CSV && format != UserFormat.JSONL) {
      throw new FileUnusable("Users are exported as csv or jsonl; say which with --format=csv.");
    }
  }

  /** RFC 4180, with a line of names first. */
  final class Csv implements UserRecords {

    private final CsvWriter writer;

    Csv(Writer writer) {
      this.writer = CsvWriter.builder().build(writer);
      this.writer.writeRecord(UserFields.NAMES);
    }

    @Override
    public void add(List<String> fields) {
      writer.writeRecord(fields);
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  /** A JSON object a line; what is empty is left out, flags are JSON's own, roles a list. */
  final class Lines implements UserRecords {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Writer writer;

    Lines(Writer writer) {
      this.writer = writer;
    }

    @Override
    public void add(List<String> fields) throws IOException {
      var members = new LinkedHashMap<String, Object>();
      for (int i = 0; i < fields.size(); i++) {
        var name = UserFields.NAMES.get(i);
        if (!fields.get(i).isEmpty()) {
          members.put(name, value(name, fields.get(i)));
        }
      }
      writer.write(MAPPER.writeValueAsString(members));
      writer.write('\n');
    }

    private static Object value(String name, String text) {
      return switch (name) {
        case UserFields.EMAIL_VERIFIED, UserFields.IS_ACTIVE -> Boolean.valueOf(text);
        case UserFields.ROLES -> List.of(text.split(" "));
        default -> text;
      };
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }
}
