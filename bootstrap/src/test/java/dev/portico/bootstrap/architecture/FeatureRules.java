package dev.portico.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyHaveDependenciesWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.lang.ArchRule;

/** The first package below the ring says the feature: which feature may use which. */
final class FeatureRules {

  private FeatureRules() {}

  static ArchRule featuresHaveNoCycles(House house) {
    return slices()
        .matching(house.at("[domain|application|web|persistence].(*).."))
        .namingSlices("feature $1")
        .should()
        .beFreeOfCycles()
        .because(
            "features that need each other can only be read, tested and moved together; put what"
                + " both need into the earlier one, or into shared");
  }

  static ArchRule featuresKeepTheirOrder(House house) {
    return classes()
        .should(onlyHaveDependenciesWhere(describe("Feature allows it", it -> ordered(it, house))))
        .because(
            "a feature builds on earlier ones only, in every ring; move what the earlier feature"
                + " needs into it, or let it define a port that the later one's adapter fills");
  }

  private static boolean ordered(Dependency dependency, House house) {
    var from = Feature.of(dependency.getOriginClass(), house);
    var to = Feature.of(dependency.getTargetClass(), house);
    return from.isEmpty() || to.isEmpty() || from.get().mayUse(to.get());
  }
}
