package dev.portico.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide to testing shows stands in the code, and is compiled and run there. */
class DocSamplesTest {

  private static final String GUIDE = "docs/testing.md";
  private static final Path ROOT = root();
  private static final String PAGE = read(ROOT.resolve(GUIDE));

  /** The text of every Java file, by its place. */
  private static final Map<Path, String> SOURCES = sources();

  private static final Pattern SAMPLE = Pattern.compile("(?ms)^ *```java\n(.*?)^ *```$");
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)(?:\\.([a-z]\\w+))?`");
  private static final Pattern QUOTE = Pattern.compile("`([^`]+)`");

  /** A line that stands for any others. */
  private static final Pattern SKIP = Pattern.compile("(// )?…");

  private static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .filter(folder -> Files.exists(folder.resolve(GUIDE)))
        .findFirst()
        .orElseThrow();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Map<Path, String> sources() {
    var sources = new TreeMap<Path, String>();
    try (var modules = Files.list(ROOT)) {
      for (var tree : modules.map(it -> it.resolve("src")).filter(Files::exists).toList()) {
        try (var files = Files.walk(tree)) {
          files
              .filter(file -> file.toString().endsWith(".java"))
              .forEach(file -> sources.put(file, read(file)));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return sources;
  }

  private static List<String> samples() {
    return Stream.of(PAGE, read(ROOT.resolve("README.md")))
        .flatMap(page -> SAMPLE.matcher(page).results())
        .map(found -> found.group(1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void quotesTheCode(String sample) {
    // Not as a list of sources: a failure would print all of them.
    assertThat(SOURCES.values().stream().anyMatch(it -> holds(lines(it), parts(sample))))
        .as("some source holds, but for indentation and blank lines:%n%s", sample)
        .isTrue();
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** The lines between those that skip something. */
  private static List<List<String>> parts(String sample) {
    var parts = new ArrayList<List<String>>();
    parts.add(new ArrayList<>());
    for (var line : lines(sample)) {
      if (SKIP.matcher(line).matches()) {
        parts.add(new ArrayList<>());
      } else {
        parts.getLast().add(line);
      }
    }
    return parts;
  }

  private static boolean holds(List<String> source, List<List<String>> parts) {
    var rest = source;
    for (var part : parts) {
      int at = Collections.indexOfSubList(rest, part);
      if (at < 0) {
        return false;
      }
      rest = rest.subList(at + part.size(), rest.size());
    }
    return true;
  }

  @Test
  void noticesWhatNoSourceHolds() {
    var source = lines("a();\n\n  b();\nc();\n");

    assertThat(holds(source, parts("  a();\n…\n  c();"))).isTrue();
    assertThat(holds(source, parts("a();\nc();"))).isFalse();
    assertThat(holds(source, parts("c();\n// …\na();"))).isFalse();
    assertThat(declares("class It {\n  boolean is() {\n    return has();\n  }\n}", "has"))
        .isFalse();
  }

  private static Stream<MatchResult> namesOf(String heading) {
    return section(heading)
        .lines()
        .filter(line -> line.startsWith("|"))
        .flatMap(line -> CLASS.matcher(line).results());
  }

  private static String section(String heading) {
    var from = PAGE.indexOf("\n## " + heading);
    assertThat(from).as("a section called %s", heading).isPositive();
    var to = PAGE.indexOf("\n## ", from + 1);
    return PAGE.substring(from, to < 0 ? PAGE.length() : to);
  }

  @Test
  void namesTestsThatExist() {
    var names = namesOf("The chapter").toList();

    assertThat(names).hasSizeGreaterThan(50);
    assertThat(names.stream().filter(name -> !declared(name)).map(MatchResult::group))
        .as("names of nothing")
        .isEmpty();
  }

  private static boolean declared(MatchResult name) {
    var file = Path.of(name.group(1) + ".java");
    var method = name.group(2);
    return SOURCES.entrySet().stream()
        .filter(source -> source.getKey().endsWith(file))
        .anyMatch(source -> method == null || declares(source.getValue(), method));
  }

  /** A type, the name and a bracket, indented as the members of a class are. */
  private static boolean declares(String source, String method) {
    return Pattern.compile("(?m)^  \\S[^=(\"\n]*[\\w>\\]] " + method + "\\(")
        .matcher(source)
        .find();
  }

  @Test
  void quotesMessagesThatAreGiven() {
    var code = SOURCES.values().stream().map(DocSamplesTest::joined).toList();
    var quotes =
        section("Failure messages")
            .lines()
            .filter(line -> line.startsWith("| `"))
            .flatMap(line -> QUOTE.matcher(line).results().limit(1))
            .flatMap(quote -> Stream.of(quote.group(1).split("…", -1)))
            .map(String::strip)
            .filter(part -> part.length() > 3)
            .toList();

    assertThat(quotes).hasSizeGreaterThan(20);
    assertThat(quotes.stream().filter(quote -> code.stream().noneMatch(it -> it.contains(quote))))
        .as("messages that no code gives")
        .isEmpty();
  }

  /** With texts that go over several lines in one. */
  private static String joined(String source) {
    return source.replaceAll("\"\\s*(\\.formatted\\([^)]*\\)\\s*)?\\+\\s*\"", "");
  }
}
