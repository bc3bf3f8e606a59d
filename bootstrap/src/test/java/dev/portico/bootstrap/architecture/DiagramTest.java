package dev.portico.bootstrap.architecture;

import static com.tngtech.archunit.lang.ArchRule.Assertions.assertNoViolation;
import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(picture.arrows()).isNotEmpty().noneMatch(arrow -> isSuperfluous(arrow, picture));
  }

  @Test
  void showsEveryPackage() {
    assertThat(CODE.stream().map(it -> it.getPackageName()).distinct())
        .allSatisfy(name ->
            assertThat(picture.packages())
                .anyMatch(drawn -> PackageMatcher.of(drawn).matches(name)));
  }

  @Test
  void showsNoPackageWithoutCode() {
    assertThat(picture.packages())
        .allSatisfy(drawn ->
            assertThat(CODE)
                .anyMatch(type -> PackageMatcher.of(drawn).matches(type.getPackageName())));
  }

  @Test
  void noticesAMissingArrow() {
    var arrow = "applicationUsers --> domainUsers";
    assertThat(picture.arrows()).contains(arrow);

    assertThat(judge(picture.without(arrow)).getFailureReport().getDetails())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it).contains("application.users.", "domain.users."));
  }

  @Test
  void noticesAnArrowTooMany() {
    var arrow = "domainShared --> bootstrap";

    assertThat(isSuperfluous(arrow, picture.with(arrow))).isTrue();
  }

  /** Whether the code would not miss the arrow. */
  private static boolean isSuperfluous(String arrow, Diagram diagram) {
    return !judge(diagram.without(arrow)).hasViolation();
  }

  private static EvaluationResult judge(Diagram diagram) {
    return diagram.isFollowedBy(House.PRODUCT).evaluate(CODE);
  }
}
