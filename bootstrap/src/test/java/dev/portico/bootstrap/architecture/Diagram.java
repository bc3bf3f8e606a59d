package dev.portico.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A picture of components and arrows, as PlantUML writes it. Each arrow has a line of its own, and
 * each component says between {@code <<} and {@code >>} which package it is.
 */
record Diagram(List<String> lines) {

  private static final Pattern COMPONENT = Pattern.compile("\\[.+] <<(.+)>>");
  private static final Pattern ARROW = Pattern.compile("\\w+ -+(left|right|up|down)?-*> \\w+");

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

  /** The packages that are drawn. */
  Set<String> packages() {
    return lines.stream()
        .flatMap(line -> COMPONENT.matcher(line).results())
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  Diagram without(String line) {
    return new Diagram(lines.stream().filter(it -> !it.equals(line)).toList());
  }

  Diagram with(String line) {
    return new Diagram(Stream.concat(lines.stream(), Stream.of(line)).toList());
  }

  /**
   * Every dependency in the code has its arrow. What only a {@code package-info} needs is no
   * dependency: marks are not drawn.
   */
  ArchRule isFollowedBy(House house) {
    return classes()
        .that(not(describe("package-info", Kinds::isPackageInfo)))
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
