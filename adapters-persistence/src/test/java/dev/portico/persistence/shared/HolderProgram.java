package dev.portico.persistence.shared;

import java.nio.file.Path;

/**
 * A program of its own that starts the embedded database and writes numbers to it without end,
 * telling each one only when it is committed. Made to be killed.
 */
final class HolderProgram {

  private HolderProgram() {}

  public static void main(String[] folderAndBinaries) throws Exception {
    var database =
        EmbeddedDatabase.start(Path.of(folderAndBinaries[0]), Path.of(folderAndBinaries[1]));
    try (var connection = database.url().connect();
        var statement = connection.createStatement()) {
      statement.execute("create table acknowledged (n integer primary key)");
      for (int n = 1; ; n++) {
        statement.execute("insert into acknowledged values (" + n + ")");
        System.out.println(n);
      }
    }
  }
}
