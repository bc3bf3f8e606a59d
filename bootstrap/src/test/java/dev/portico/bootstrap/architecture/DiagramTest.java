package dev.portico.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.ArchRule.Assertions.assertNoViolation;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.lang.EvaluationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/architecture.puml} shows the code as it is: no arrow too few, none too many. */
class DiagramTest {

  private static final JavaClasses CODE = Scope.MAIN.of(House.PRODUCT);

  private final Diagram picture = Diagram.read(find("docs/architecture.puml"));

  /** Upwards from the module, which is where Maven runs its tests, or from the project's root. */
  private static Path find(String file) {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .map(folder -> folder.resolve(file))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void showsEveryDependency() {
    assertNoViolation(judge(picture));
  }

  @Test
  void showsNoArrowWithoutADependency() {
    assertThat(picture.arrows()).isNotEmpty();
    assertThat(picture.superfluousArrows(CODE))
        .as("lines of docs/architecture.puml that no code stands behind; take them out")
        .isEmpty();
  }

  @Test
  void showsEveryPackage() {
    assertThat(CODE.stream().map(JavaClass::getPackageName).distinct())
        .allMatch(name -> drawn().anyMatch(it -> it.matches(name)), "is drawn");
  }

  @Test
  void showsNoPackageWithoutCode() {
    assertThat(picture.packages().values())
        .allMatch(name -> !CODE.that(resideInAPackage(name)).isEmpty(), "holds code");
  }

  @Test
  void noticesAMissingArrow() {
    var arrow = "applicationUsers --> domainUsers";
    assertThat(picture.arrows()).contains(arrow);

    assertThat(judge(picture.without(arrow)).getFailureReport().getDetails())
        .anySatisfy(it -> assertThat(it).contains("application.users.", "domain.users."));
  }

  @Test
  void noticesAnArrowTooMany() {
    var arrow = "domainShared --> bootstrap";

    assertThat(picture.with(arrow).superfluousArrows(CODE)).contains(arrow);
  }

  private Stream<PackageMatcher> drawn() {
    return picture.packages().values().stream().map(PackageMatcher::of);
  }

  private static EvaluationResult judge(Diagram diagram) {
    return diagram.isFollowedBy(House.PRODUCT).evaluate(CODE);
  }
}
