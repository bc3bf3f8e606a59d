package dev.portico.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A picture of components and arrows, as PlantUML writes it: each component is {@code [name]
 * <<package>> as alias}, each arrow has a line of its own, from alias to alias.
 *
 * <p>What only a {@code package-info} needs is no dependency: marks are not drawn.
 */
record Diagram(List<String> lines) {

  private static final Pattern COMPONENT = Pattern.compile("\\[.+] <<(.+)>> as (\\w+)");
  private static final Pattern ARROW = Pattern.compile("\\S+ \\S*-\\S* \\S+( *:.*)?");
  private static final DescribedPredicate<JavaClass> MARKS =
      describe("package-info", Kinds::isPackageInfo);

  static Diagram read(Path file) {
    try {
      return new Diagram(Files.readAllLines(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The lines that are arrows. */
  List<String> arrows() {
    return lines.stream().filter(line -> ARROW.matcher(line.strip()).matches()).toList();
  }

  /** The packages that are drawn, by alias. */
  Map<String, String> packages() {
    return lines.stream()
        .flatMap(line -> COMPONENT.matcher(line).results())
        .collect(toMap(found -> found.group(2), found -> found.group(1)));
  }

  Diagram without(String line) {
    return new Diagram(lines.stream().filter(it -> !it.equals(line)).toList());
  }

  Diagram with(String line) {
    return new Diagram(Stream.concat(lines.stream(), Stream.of(line)).toList());
  }

  /** One package needs another. */
  private record Need(String from, String to) {}

  /** The arrows that stand for no dependency. */
  List<String> superfluousArrows(JavaClasses code) {
    var packages = packages();
    var needs =
        code.that(not(MARKS)).stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .map(it ->
                new Need(
                    it.getOriginClass().getPackageName(), it.getTargetClass().getPackageName()))
            .collect(toSet());
    return arrows().stream().filter(arrow -> !stands(arrow, packages, needs)).toList();
  }

  private static boolean stands(String arrow, Map<String, String> packages, Set<Need> needs) {
    var ends = arrow.strip().split(" +", -1);
    var from = PackageMatcher.of(packages.getOrDefault(ends[0], ends[0]));
    var to = PackageMatcher.of(packages.getOrDefault(ends[2], ends[2]));
    return needs.stream().anyMatch(it -> from.matches(it.from()) && to.matches(it.to()));
  }

  /** Every dependency has its arrow, and every class its component. */
  ArchRule isFollowedBy(House house) {
    return classes()
        .that(not(MARKS))
        .should(adhere(consideringOnlyDependenciesInAnyPackage(house.root() + "..")))
        .as("the code follows docs/architecture.puml")
        .because(
            "the picture is the plan; draw the arrow if it is meant to be there, or do without the"
                + " dependency");
  }

  /** ArchUnit reads from a file, once. */
  private ArchCondition<JavaClass> adhere(Configuration configuration) {
    try {
      var file = Files.createTempFile("architecture", ".puml");
      try {
        return adhereToPlantUmlDiagram(Files.write(file, lines), configuration);
      } finally {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
