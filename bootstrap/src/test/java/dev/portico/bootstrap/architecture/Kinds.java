package dev.portico.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of classes that rules speak of, told by where they stand and how they are built. */
final class Kinds {

  private static final Set<JavaModifier> VISIBILITIES =
      Set.of(JavaModifier.PUBLIC, JavaModifier.PROTECTED, JavaModifier.PRIVATE);

  private Kinds() {}

  /** Interfaces as the source has them: no annotations, no {@code package-info}. */
  static boolean isInterface(JavaClass type) {
    return type.isInterface() && !type.isAnnotation() && !isPackageInfo(type);
  }

  static boolean isPackageInfo(JavaClass type) {
    return type.getSimpleName().equals("package-info");
  }

  static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  static boolean isPackagePrivate(JavaClass type) {
    return Collections.disjoint(type.getModifiers(), VISIBILITIES);
  }

  static boolean isFinal(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.FINAL);
  }

  /** Neither an interface nor an abstract class. */
  static boolean isConcrete(JavaClass type) {
    return !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT);
  }

  /**
   * The public classes of an application feature that others can construct, values and exceptions
   * aside. A class whose constructors are its package's own, such as {@code NewPassword}, is a
   * value that a use case vouches for.
   */
  static DescribedPredicate<JavaClass> useCasesOf(House house) {
    return describe(
        "use cases",
        type ->
            house.placeOf(type).matches("application\\.\\w+")
                && type.isTopLevelClass()
                && isPublic(type)
                && !type.isInterface()
                && !type.isEnum()
                && !type.isRecord()
                && !type.isAssignableTo(Throwable.class)
                && type.getConstructors().stream()
                    .anyMatch(it -> it.getModifiers().contains(JavaModifier.PUBLIC)));
  }

  /** The outbound ports; interfaces nested in one are answers, not ports. */
  static DescribedPredicate<JavaClass> portsOf(House house) {
    return describe("ports", type -> isPort(type, house));
  }

  private static boolean isPort(JavaClass type, House house) {
    return isInterface(type) && type.isTopLevelClass() && isInPortPackage(type, house);
  }

  static boolean isInPortPackage(JavaClass type, House house) {
    return house.placeOf(type).matches("application\\.\\w+\\.port");
  }

  /** The main classes of web and persistence that implement a port. */
  static DescribedPredicate<JavaClass> adaptersOf(House house) {
    return describe("adapters", type -> isAdapter(type, house));
  }

  static boolean isAdapter(JavaClass type, House house) {
    return isConcrete(type)
        && !house.isTest(type)
        && isInAdapterRing(type, house)
        && portsBehind(type, house).findAny().isPresent();
  }

  static boolean isInAdapterRing(JavaClass type, House house) {
    return Ring.of(type, house)
        .filter(ring -> ring == Ring.WEB || ring == Ring.PERSISTENCE)
        .isPresent();
  }

  /** The ports a class implements. */
  static Stream<JavaClass> portsBehind(JavaClass type, House house) {
    return type.getAllRawInterfaces().stream().filter(it -> isPort(it, house));
  }

  /** The class of this name in the same package, main or test. */
  static Optional<JavaClass> neighbour(JavaClass type, String simpleName) {
    return type.getPackage().getClasses().stream()
        .filter(it -> it.isTopLevelClass() && it.getSimpleName().equals(simpleName))
        .findFirst();
  }
}
