package dev.portico.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.portico.bootstrap.architecture.Complaints.unless;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** A use case is one file: a final class, its command, its outcome, and one method between them. */
final class UseCaseRules {

  private UseCaseRules() {}

  static ArchRule useCasesAreFinal(House house) {
    return classes()
        .that(are(Kinds.useCasesOf(house)))
        .should(unless("be final", Kinds::isFinal, "is not final"))
        .because(
            "a use case is replaced as a whole, by another hexagon over other ports, and never"
                + " extended or mocked; make the class final");
  }

  static ArchRule useCasesHandle(House house) {
    return classes()
        .that(are(Kinds.useCasesOf(house)))
        .should(
            unless(
                "have handle as their one public method",
                type -> publicMethodsOf(type).equals(List.of("handle")),
                "has public methods other than one handle(Command)"))
        .because(
            "one class does one thing and everybody knows how it is called; make a second thing a"
                + " use case of its own, and what both need a package-private class");
  }

  static ArchRule useCasesTakeTheirCommand(House house) {
    return classes()
        .that(are(Kinds.useCasesOf(house)))
        .should(
            unless(
                "take their nested record Command",
                UseCaseRules::takesItsCommand,
                "has no handle that takes its own nested record Command"))
        .because(
            "one file is the contract; put what handle needs into `public record Command(...)`"
                + " inside the use case, even if it is empty");
  }

  static ArchRule useCasesAnswerTheirOutcome(House house) {
    return classes()
        .that(are(Kinds.useCasesOf(house)))
        .should(
            unless(
                "answer their nested sealed Outcome",
                UseCaseRules::answersItsOutcome,
                "has no handle that returns its own nested sealed interface Outcome"))
        .because(
            "a refusal is a value that callers must switch on; nest `public sealed interface"
                + " Outcome` with a record for each thing that can come of it");
  }

  static ArchRule useCasesStandInTheHexagon(House house) {
    return classes()
        .that(are(Kinds.useCasesOf(house)))
        .should(
            unless(
                "stand in the Hexagon",
                type ->
                    type.getFieldsWithTypeOfSelf().stream()
                        .anyMatch(it -> it.getOwner().getName().equals(hexagonOf(house))),
                "is no component of Hexagon"))
        .because(
            "production and every test build the use cases with the same line, Hexagon.over(ports);"
                + " add the use case to Hexagon and what it needs to Ports");
  }

  static ArchRule useCasesHideBehindNoInterface(House house) {
    return classes()
        .that(
            describe(
                "are public interfaces of application outside its ports",
                type -> isInterfaceOfTheApplication(type, house)))
        .should(
            unless(
                "be the Outcome nested in a use case",
                type -> type.isNestedClass() && type.getSimpleName().equals("Outcome"),
                "is an inbound interface"))
        .because(
            "a use case is called by its class, of which there is one; delete the interface, or"
                + " move it to application.<feature>.port if something outside implements it");
  }

  private static boolean isInterfaceOfTheApplication(JavaClass type, House house) {
    return Ring.of(type, house).filter(Ring.APPLICATION::equals).isPresent()
        && !Kinds.isInPortPackage(type, house)
        && Kinds.isInterface(type)
        && Kinds.isPublic(type);
  }

  private static String hexagonOf(House house) {
    return house.at("application.Hexagon");
  }

  private static List<String> publicMethodsOf(JavaClass type) {
    return type.getAllMethods().stream()
        .filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(it -> !it.getOwner().isEquivalentTo(Object.class))
        .map(JavaMethod::getName)
        .toList();
  }

  private static boolean takesItsCommand(JavaClass type) {
    return handlesOf(type)
        .map(JavaMethod::getRawParameterTypes)
        .anyMatch(types ->
            types.size() == 1
                && types.getFirst().isRecord()
                && types.getFirst().getName().equals(type.getName() + "$Command"));
  }

  private static boolean answersItsOutcome(JavaClass type) {
    return handlesOf(type)
        .map(JavaMethod::getRawReturnType)
        .anyMatch(it ->
            it.isInterface() && it.isSealed() && it.getName().equals(type.getName() + "$Outcome"));
  }

  private static Stream<JavaMethod> handlesOf(JavaClass type) {
    return type.getMethods().stream().filter(it -> it.getName().equals("handle"));
  }
}
