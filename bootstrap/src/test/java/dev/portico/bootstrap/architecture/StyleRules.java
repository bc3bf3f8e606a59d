package dev.portico.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.portico.bootstrap.architecture.Complaints.haveNone;
import static dev.portico.bootstrap.architecture.Complaints.unless;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ClassesTransformer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** How classes are named, packages marked and objects put together. */
final class StyleRules {

  private static final String EMPTY_NAMES =
      ".*(Port|Adapter|Impl|Manager|Helper|Util|Utils|Service)";

  private static final List<String> INJECTION =
      List.of(
          "jakarta.annotation.Resource",
          "jakarta.inject.Inject",
          "jakarta.persistence.PersistenceContext",
          "org.springframework.beans.factory.annotation.Autowired",
          "org.springframework.beans.factory.annotation.Value",
          "org.springframework.boot.autoconfigure.SpringBootApplication",
          "org.springframework.context.annotation.ComponentScan",
          "org.springframework.stereotype.Component",
          "org.springframework.stereotype.Repository",
          "org.springframework.stereotype.Service");

  private StyleRules() {}

  static ArchRule namesSayTheRole(House house) {
    return classes()
        .that()
        .resideInAPackage(house.root() + "..")
        .and()
        .areTopLevelClasses()
        .should(
            unless(
                "not be named after nothing",
                type -> !type.getSimpleName().matches(EMPTY_NAMES),
                "has a name that fits everything"))
        .because(
            "Port, Adapter, Impl, Manager, Helper, Util and Service say nothing that the package"
                + " does not; a store is a plural noun, a capability an agent noun, an adapter"
                + " technology plus port, a use case an imperative");
  }

  static ArchRule objectsArePutTogetherByHand(House house) {
    return noClasses()
        .that()
        .resideInAPackage(house.root() + "..")
        .should()
        .dependOnClassesThat(describe("inject or scan", type -> INJECTION.contains(type.getName())))
        .because(
            "what a class needs stands in its constructor, and who makes it in a @Bean method of"
                + " the feature's @Configuration, where a reader and the compiler find it");
  }

  static ArchRule packagesAreNullMarked(House house) {
    return all(packages(house.root() + ".."))
        .should(beMarked(NullMarked.class.getName()))
        .because(
            "outside of @NullMarked the compiler lets null through; absence is an Optional where it"
                + " is expected and @Nullable where a library wants it");
  }

  static ArchRule corePackagesCheckReturnValues(House house) {
    return all(packages(Ring.DOMAIN.in(house), Ring.APPLICATION.in(house)))
        .should(beMarked(house.at("domain.shared.CheckReturnValue")))
        .because(
            "an outcome that nobody looks at is a refusal answered as a success; with the mark,"
                + " dropping one does not compile");
  }

  private static ArchCondition<JavaPackage> beMarked(String annotation) {
    return haveNone(
        "be marked @" + annotation,
        it ->
            it.isAnnotatedWith(annotation)
                ? Stream.empty()
                : Stream.of(
                    "%s is not marked @%s: say so, and what it holds, in its package-info.java"
                        .formatted(it.getName(), annotation)));
  }

  /** The packages that hold a class a rule may look at, within these packages. */
  private static ClassesTransformer<JavaPackage> packages(String... identifiers) {
    return new AbstractClassesTransformer<>("packages " + String.join(", ", identifiers)) {
      @Override
      public Iterable<JavaPackage> doTransform(JavaClasses classes) {
        return classes.that(resideInAnyPackage(identifiers)).stream()
            .map(JavaClass::getPackage)
            .collect(Collectors.toSet());
      }
    };
  }
}
