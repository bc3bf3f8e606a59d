package dev.portico.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * What the rules are held against: the product, or a small house with one planted mistake in it.
 *
 * @param root the package above the rings
 * @param everything all its classes, tests included
 */
record House(String root, JavaClasses everything) {

  private static final String RESOLUTION = "import.dependencyResolutionProcess.maxIterationsFor";
  private static final String PLANTED_ROOT = "planted";
  private static final JavaClasses PLANTED = read(PLANTED_ROOT);

  /** Portico itself. */
  static final House PRODUCT = new House("dev.portico", read("dev.portico"));

  /** Libraries are known by name only, which halves the time: no rule looks into them. */
  private static JavaClasses read(String root) {
    return ArchConfiguration.withThreadLocalScope((ArchConfiguration configuration) -> {
      configuration.setProperty(RESOLUTION + "MemberTypes", "0");
      configuration.setProperty(RESOLUTION + "AccessesToTypes", "0");
      return new ClassFileImporter().importPackages(root);
    });
  }

  /** The planted house of a name; it is a package of the test sources. */
  static House planted(String name) {
    var root = PLANTED_ROOT + "." + name;
    return new House(root, PLANTED.that(resideInAPackage(root + "..")));
  }

  /** All planted houses. */
  static JavaClasses allPlanted() {
    return PLANTED;
  }

  /** The package of this path below the root; {@code ".."} behind it includes what is below. */
  String at(String path) {
    return root + "." + path;
  }

  /** Where a class stands below the root: {@code domain.users} for {@code User}. */
  String placeOf(JavaClass type) {
    var name = type.getPackageName();
    return name.startsWith(root + ".") ? name.substring(root.length() + 1) : "";
  }

  /** Whether a class is a part of the house, not the JDK's or a library's. */
  boolean owns(JavaClass type) {
    return type.getPackageName().equals(root) || !placeOf(type).isEmpty();
  }

  boolean isPlanted() {
    return root.startsWith(PLANTED_ROOT);
  }

  /** Whether a class is test code, and not a planted one that stands for main code. */
  boolean isTest(JavaClass type) {
    return !isPlanted()
        && type.getSource().map(source -> source.getUri().toString()).stream()
            .anyMatch(uri -> uri.contains("/test-classes/") || uri.contains("-tests.jar!"));
  }
}
