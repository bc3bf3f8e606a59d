package dev.portico.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.core.domain.JavaClasses;

/** Which classes of a house a rule looks at; those of a planted house count as both. */
enum Scope {
  MAIN,
  TESTS,
  EVERYTHING;

  JavaClasses of(House house) {
    return switch (this) {
      case EVERYTHING -> house.everything();
      case MAIN -> house.everything().that(describe("main code", type -> !house.isTest(type)));
      case TESTS ->
          house.isPlanted()
              ? house.everything()
              : house.everything().that(describe("test code", house::isTest));
    };
  }
}
