package dev.portico.persistence.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The migrations as files. */
final class MigrationFiles {

  private MigrationFiles() {}

  /** Name and text of each, whether they lie in a folder or in a jar. */
  static SortedMap<String, byte[]> all() {
    var found = new TreeMap<String, byte[]>();
    try {
      var resolver = new PathMatchingResourcePatternResolver(Migrations.class.getClassLoader());
      for (var file : resolver.getResources("classpath:db/migration/*.sql")) {
        found.put(
            Optional.ofNullable(file.getFilename()).orElseThrow(), file.getContentAsByteArray());
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return found;
  }
}
