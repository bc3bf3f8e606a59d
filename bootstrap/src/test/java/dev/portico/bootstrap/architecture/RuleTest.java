package dev.portico.bootstrap.architecture;

import static com.tngtech.archunit.lang.ArchRule.Assertions.assertNoViolation;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static dev.portico.bootstrap.architecture.Complaints.haveNone;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The product keeps every rule, and every rule catches what it is there to catch. */
class RuleTest {

  @ParameterizedTest
  @EnumSource
  void isKeptByTheProduct(Rule rule) {
    assertNoViolation(rule.judge(House.PRODUCT));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void catchesThePlantedMistakeAndNothingElse(Rule rule, String mistake) {
    var house = House.planted(houseOf(mistake));

    assertThat(rule.judge(house).getFailureReport().getDetails())
        .isNotEmpty()
        .allSatisfy(complaint -> assertThat(complaint).contains(mistake));
  }

  static Stream<Arguments> mistakes() {
    return Arrays.stream(Rule.values())
        .flatMap(rule -> rule.mistakes().stream().map(mistake -> arguments(rule, mistake)));
  }

  @Test
  void everyPlantedHouseProvesARule() {
    var houses =
        House.allPlanted().stream()
            .filter(type -> type.getPackageName().contains("."))
            .map(type -> houseOf(type.getPackageName().replaceFirst("^planted\\.", "")))
            .collect(toSet());

    assertThat(houses)
        .isEqualTo(
            Arrays.stream(Rule.values())
                .flatMap(rule -> rule.mistakes().stream())
                .map(RuleTest::houseOf)
                .collect(toSet()));
  }

  @Test
  void everyRuleThatIsWrittenIsListed() {
    methods()
        .that()
        .haveRawReturnType(ArchRule.class)
        .and()
        .areDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Rules")
        .should(haveNone("be listed in Rule", RuleTest::complainIfUnlisted))
        .check(House.PRODUCT.everything());
  }

  private static Stream<String> complainIfUnlisted(JavaMethod rule) {
    return rule.getReferencesToSelf().stream()
            .anyMatch(it -> it.getOriginOwner().isEquivalentTo(Rule.class))
        ? Stream.empty()
        : Stream.of(rule.getFullName() + " is checked by nobody: give it a line in Rule");
  }

  /** The first part of a mistake's name. */
  private static String houseOf(String mistake) {
    return mistake.replaceFirst("\\..*", "");
  }
}
