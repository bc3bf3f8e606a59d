package dev.portico.bootstrap.architecture;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.portico.bootstrap.architecture.Complaints.haveNone;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Who implements a port, its one fake and every adapter, passes the port's contract. */
final class FaithRules {

  private FaithRules() {}

  static ArchRule portsHaveOneFake(House house) {
    return classes()
        .that(are(Kinds.portsOf(house)))
        .should(haveNone("have one in-memory fake", FaithRules::complainAboutFakes))
        .because(
            "use cases are tested over fakes, and two fakes of one port would disagree sooner or"
                + " later");
  }

  private static Stream<String> complainAboutFakes(JavaClass port) {
    var fakes =
        port.getAllSubclasses().stream()
            .filter(it -> it.getSimpleName().startsWith("InMemory"))
            .map(JavaClass::getName)
            .sorted()
            .toList();
    if (!fakes.contains("%s.%s".formatted(port.getPackageName(), fakeOf(port)))) {
      return Stream.of(
          ("%s has no fake: write `public final class %s implements %s` in the test sources of"
                  + " package %s, and add it to Fakes")
              .formatted(
                  port.getName(), fakeOf(port), port.getSimpleName(), port.getPackageName()));
    }
    return fakes.size() == 1
        ? Stream.empty()
        : Stream.of("%s has more than one fake, keep one: %s".formatted(port.getName(), fakes));
  }

  static ArchRule fakesPassTheContract(House house) {
    return classes()
        .that(are(Kinds.portsOf(house)))
        .should(haveNone("have a fake that passes the contract", FaithRules::complainAboutFake))
        .because("a fake that promises less than its port lies in every test that uses it");
  }

  private static Stream<String> complainAboutFake(JavaClass port) {
    return Kinds.neighbour(port, fakeOf(port)).stream()
        .flatMap(fake -> complainAboutTest(fake, port));
  }

  static ArchRule portsHaveAnAdapter(House house) {
    return classes()
        .that(are(Kinds.portsOf(house)))
        .should(haveNone("have an adapter", port -> complainAboutAbsence(port, house)))
        .because("a port that only a fake implements works in tests and nowhere else");
  }

  private static Stream<String> complainAboutAbsence(JavaClass port, House house) {
    return adaptersOf(port, house).isEmpty()
        ? Stream.of(
            ("%1$s has no adapter: write `final class <Technology>%2$s implements %2$s` in the"
                    + " feature's package of adapters-persistence if it remembers, or of"
                    + " adapters-web if it talks to a peer")
                .formatted(port.getName(), port.getSimpleName()))
        : Stream.empty();
  }

  static ArchRule adaptersPassTheContract(House house) {
    return classes()
        .that(are(Kinds.portsOf(house)))
        .should(
            haveNone(
                "have adapters that pass the contract",
                port ->
                    adaptersOf(port, house).stream()
                        .flatMap(adapter -> complainAboutTest(adapter, port))))
        .because(
            "what a use case was tested with must hold in production; an adapter promises exactly"
                + " what the fake does");
  }

  private static List<JavaClass> adaptersOf(JavaClass port, House house) {
    return port.getAllSubclasses().stream().filter(it -> Kinds.isAdapter(it, house)).toList();
  }

  /** The test may stand in another package than what it tests, if it needs several features. */
  private static Stream<String> complainAboutTest(JavaClass implementation, JavaClass port) {
    var test = implementation.getSimpleName() + "Test";
    var contract = port.getSimpleName() + "Contract";
    return Kinds.neighbour(port, contract).stream()
            .flatMap(it -> it.getAllSubclasses().stream())
            .filter(Kinds::isConcrete)
            .anyMatch(it -> it.getSimpleName().equals(test))
        ? Stream.empty()
        : Stream.of(
            "%s does not pass the contract: write `class %s extends %s` in the test sources of its"
                    .formatted(implementation.getName(), test, contract)
                + " module");
  }

  private static String fakeOf(JavaClass port) {
    return "InMemory" + port.getSimpleName();
  }
}
