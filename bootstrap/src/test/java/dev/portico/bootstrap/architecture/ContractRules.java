package dev.portico.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.portico.bootstrap.architecture.Complaints.haveNone;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.platform.commons.annotation.Testable;

/** Every port has one contract: the abstract test that says what whoever implements it promises. */
final class ContractRules {

  private ContractRules() {}

  static ArchRule portsHaveAContract(House house) {
    return classes()
        .that(are(Kinds.portsOf(house)))
        .should(haveNone("have a contract", ContractRules::complainAboutContract))
        .because("a promise that no test holds is a wish: the Javadoc of a port is tested");
  }

  private static Stream<String> complainAboutContract(JavaClass port) {
    var contract = Kinds.neighbour(port, port.getSimpleName() + "Contract");
    if (contract.isEmpty()) {
      return Stream.of(
          ("%1$s has no contract: write `public abstract class %2$sContract` in the test sources of"
                  + " package %3$s, with a test for each promise in the Javadoc of %2$s and an"
                  + " abstract method that gives the %2$s under test")
              .formatted(port.getName(), port.getSimpleName(), port.getPackageName()));
    }
    if (Kinds.isConcrete(contract.get())) {
      return Stream.of(
          "%s is no contract: make it abstract, so that the tests of the fake and of every adapter"
                  .formatted(contract.get().getName())
              + " extend it");
    }
    return hasTests(contract.get())
        ? Stream.empty()
        : Stream.of(
            "%s promises nothing: write a test for each promise in the Javadoc of %s"
                .formatted(contract.get().getName(), port.getSimpleName()));
  }

  private static boolean hasTests(JavaClass contract) {
    return contract.getMethods().stream()
        .filter(it -> !it.getModifiers().contains(JavaModifier.PRIVATE))
        .anyMatch(it -> it.isMetaAnnotatedWith(Testable.class));
  }

  static ArchRule contractsHaveAPort(House house) {
    return classes()
        .that(describe("are contracts", type -> isContract(type, house)))
        .should(haveNone("have a port", ContractRules::complainAboutOrphan))
        .because("a contract that outlived its port, or lost its name, is passed by nobody");
  }

  private static boolean isContract(JavaClass type, House house) {
    return Kinds.isInPortPackage(type, house) && type.getSimpleName().endsWith("Contract");
  }

  private static Stream<String> complainAboutOrphan(JavaClass contract) {
    var port = contract.getSimpleName().replaceFirst("Contract$", "");
    return Kinds.neighbour(contract, port).filter(Kinds::isInterface).isPresent()
        ? Stream.empty()
        : Stream.of(
            "%s belongs to no port: there is no interface %s beside it; rename or delete the contract"
                .formatted(contract.getName(), port));
  }
}
