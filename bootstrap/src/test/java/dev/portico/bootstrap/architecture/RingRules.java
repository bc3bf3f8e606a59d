package dev.portico.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyHaveDependenciesWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.portico.bootstrap.architecture.Complaints.unless;
import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The module says the ring: what stands where, and what it may use. */
final class RingRules {

  private RingRules() {}

  static ArchRule coreIsPlainJava(House house) {
    return classes()
        .that()
        .resideInAnyPackage(Ring.DOMAIN.in(house), Ring.APPLICATION.in(house))
        .should()
        .onlyDependOnClassesThat(ownClassesOf(house).or(Libraries.ofTheCore()))
        .because(
            "the rules of the business outlive every framework and must run without one; let the"
                + " core ask a port in application.<feature>.port, and use the library in an"
                + " adapter that implements it");
  }

  static ArchRule webKeepsToItsLibraries(House house) {
    return classes()
        .that()
        .resideInAPackage(Ring.WEB.in(house))
        .should()
        .onlyDependOnClassesThat(ownClassesOf(house).or(Libraries.ofWeb()))
        .because(
            "web talks to peers: what rests is adapters-persistence's and is reached through a"
                + " use case; Spring Boot stays in bootstrap, which hands settings over as plain"
                + " values; a new library of web gets a line in Libraries");
  }

  static ArchRule persistenceKeepsToItsLibraries(House house) {
    return classes()
        .that()
        .resideInAPackage(Ring.PERSISTENCE.in(house))
        .should()
        .onlyDependOnClassesThat(ownClassesOf(house).or(Libraries.ofPersistence()))
        .because(
            "persistence remembers: what speaks a wire protocol is adapters-web's; Spring Boot"
                + " stays in bootstrap, which hands settings over as plain values; a new library"
                + " of persistence gets a line in Libraries");
  }

  static ArchRule dependenciesPointInwards(House house) {
    return classes()
        .should(onlyHaveDependenciesWhere(describe("the rings allow it", it -> inwards(it, house))))
        .because(
            "bootstrap knows all rings, the two adapter rings know the core and not each other,"
                + " application knows domain, and domain knows none; what an inner ring needs from"
                + " an outer one it asks of a port of its own");
  }

  private static boolean inwards(Dependency dependency, House house) {
    var from = Ring.of(dependency.getOriginClass(), house);
    var to = Ring.of(dependency.getTargetClass(), house);
    return from.isEmpty() || to.isEmpty() || from.get().mayUse(to.get());
  }

  static ArchRule everyClassHasItsPlace(House house) {
    var features = Arrays.stream(Feature.values()).map(Feature::segment).collect(joining("|"));
    var places =
        Pattern.compile(
            "(domain|web|persistence)\\.(%1$s)|application(\\.(%1$s)(\\.port)?)?|bootstrap(\\..+)?"
                .formatted(features));
    return classes()
        .should(
            unless(
                "stand in a known ring and feature",
                type -> places.matcher(house.placeOf(type)).matches(),
                "stands in no known ring and feature"))
        .because(
            "the package says where to look: <ring>.<feature>[.port]; a class in any other package"
                + " escapes every rule, so move it, or give a new feature its lines in Feature");
  }

  private static DescribedPredicate<JavaClass> ownClassesOf(House house) {
    return describe("are our own", house::owns);
  }
}
