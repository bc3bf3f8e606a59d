package dev.portico.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page about security says of tests is so. */
class SecurityPageTest {

  private static final Path ROOT = Path.of("..");
  private static final String PAGE = read(ROOT.resolve("docs/security.md"));

  /** How many requirements each family has. */
  private static final Map<String, Integer> FAMILIES =
      Map.of(
          "PW", 7, "TH", 8, "JW", 12, "RF", 9, "CK", 4, "AZ", 6, "IN", 8, "EM", 3, "SC", 4, "LG",
          3);

  private static final Pattern ID = Pattern.compile("\\b([A-Z]{2})-(\\d+)((?:, \\d+)*)");
  private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z0-9]+)`");
  private static final Pattern SPAN = Pattern.compile("\\b([A-Z]{2})-(\\d+) to \\1-(\\d+)");

  /** Requirements, and the classes that are said to hold them. */
  private record Row(List<String> ids, List<String> tests) {}

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The text of every test source, by the name of its class; of one name there may be several. */
  private static Map<String, String> testSources() {
    var sources = new TreeMap<String, String>();
    try (var modules = Files.list(ROOT)) {
      for (var tree : modules.map(it -> it.resolve("src/test/java/dev")).toList()) {
        if (Files.exists(tree)) {
          try (var files = Files.walk(tree)) {
            files
                .filter(file -> file.toString().endsWith(".java"))
                .forEach(file -> sources.merge(nameOf(file), read(file), String::concat));
          }
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return sources;
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  /** A line without an id goes on with the one before. */
  private static List<Row> rows(String page) {
    var rows = new ArrayList<Row>();
    for (var line : page.substring(0, page.indexOf("\n## Deviations")).lines().toList()) {
      var cells = line.split("\\|", -1);
      if (cells.length < 5) {
        continue;
      }
      var ids = idsIn(cells[1]);
      var tests = CLASS.matcher(cells[cells.length - 2]).results().map(it -> it.group(1)).toList();
      if (!ids.isEmpty()) {
        rows.add(new Row(ids, new ArrayList<>(tests)));
      } else if (cells[1].isBlank() && !rows.isEmpty()) {
        rows.getLast().tests().addAll(tests);
      }
    }
    return rows;
  }

  private static List<String> idsIn(String text) {
    return ID.matcher(text)
        .results()
        .flatMap(found ->
            Stream.of((found.group(2) + found.group(3)).split(", "))
                .map(number -> found.group(1) + "-" + number))
        .toList();
  }

  private static boolean names(String source, String id) {
    return Pattern.compile("\\b" + id + "\\b").matcher(source).find();
  }

  @Test
  void namesTestsThatNameWhatTheyHold() {
    var sources = testSources();
    var missing = new TreeSet<String>();
    for (var row : rows(PAGE)) {
      row.tests().stream()
          .filter(test -> !sources.containsKey(test))
          .forEach(test -> missing.add(test + " does not exist"));
      for (var id : row.ids()) {
        if (!row.tests().isEmpty()
            && row.tests().stream().noneMatch(it -> names(sources.getOrDefault(it, ""), id))) {
          missing.add(id + " is named by none of " + row.tests());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void saysOfEachRequirementWhatHolds() {
    var said = new TreeSet<>(idsIn(PAGE));
    SPAN.matcher(PAGE)
        .results()
        .forEach(span ->
            IntStream.rangeClosed(Integer.parseInt(span.group(2)), Integer.parseInt(span.group(3)))
                .forEach(number -> said.add(span.group(1) + "-" + number)));

    FAMILIES.forEach((family, count) ->
        assertThat(said)
            .containsAll(
                IntStream.rangeClosed(1, count).mapToObj(it -> family + "-" + it).toList()));
  }

  /** A row without a test says so in so many words, so that none is forgotten. */
  @Test
  void marksWhatHasNoTest() {
    assertThat(rows(PAGE)).hasSizeGreaterThan(60);
    assertThat(PAGE.lines())
        .filteredOn(line -> line.matches("\\| [A-Z]{2}-.*\\| +[–-]* *\\|"))
        .allMatch(line -> line.contains("**not**"));
  }

  @Test
  void noticesWhatNoTestNames() {
    var page =
        """
        | id | what holds | test |
        |---|---|---|
        | AA-1, 2 | one thing | `OneTest`, |
        | | more of it | `TwoTest` |

        ## Deviations
        | a thing | AA-3 | a reason |
        """;

    assertThat(rows(page))
        .containsExactly(new Row(List.of("AA-1", "AA-2"), List.of("OneTest", "TwoTest")));
    assertThat(names("// AA-1: it", "AA-1")).isTrue();
    assertThat(names("// AA-12: it", "AA-1")).isFalse();
  }
}
