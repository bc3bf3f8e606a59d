package dev.portico.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.portico.bootstrap.architecture.Complaints.haveNone;
import static dev.portico.bootstrap.architecture.Complaints.unless;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;

/** A port is a promise in the application's words: an interface and its answers, no code. */
final class PortRules {

  private PortRules() {}

  static ArchRule portPackagesHoldPromisesOnly(House house) {
    return classes()
        .that(
            describe(
                "stand in a port package",
                type -> Kinds.isInPortPackage(type, house) && !Kinds.isPackageInfo(type)))
        .should(
            unless(
                "be interfaces, enums or records",
                type -> Kinds.isInterface(type) || type.isEnum() || type.isRecord(),
                "is neither an interface nor an enum nor a record"))
        .because(
            "a port package says what is asked of the outside; a class that does something belongs"
                + " into the feature's package, one that implements a port into an adapter module");
  }

  static ArchRule portsHaveNoDefaults(House house) {
    return classes()
        .that(are(Kinds.portsOf(house)))
        .should(
            haveNone(
                "have abstract methods only",
                port ->
                    port.getMethods().stream()
                        .filter(PortRules::hasDefault)
                        .map(it -> it.getFullName() + " has a default implementation")))
        .because(
            "an adapter that forgets a method must not compile; make the method abstract and say"
                + " it in every adapter, the fake and the contract");
  }

  private static boolean hasDefault(JavaMethod method) {
    var modifiers = method.getModifiers();
    return !modifiers.contains(JavaModifier.ABSTRACT)
        && !modifiers.contains(JavaModifier.STATIC)
        && !modifiers.contains(JavaModifier.SYNTHETIC);
  }
}
