package dev.portico.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Conditions that say in words what is wrong. */
final class Complaints {

  private Complaints() {}

  /** A condition that holds for what nothing is complained about. */
  static <T> ArchCondition<T> haveNone(String condition, Function<T, Stream<String>> complaints) {
    return new ArchCondition<>(condition) {
      @Override
      public void check(T item, ConditionEvents events) {
        complaints
            .apply(item)
            .forEach(complaint -> events.add(SimpleConditionEvent.violated(item, complaint)));
      }
    };
  }

  /** A condition on a class with one complaint, which follows the class's name. */
  static ArchCondition<JavaClass> unless(
      String condition, Predicate<JavaClass> holds, String complaint) {
    return haveNone(
        condition,
        type -> holds.test(type) ? Stream.empty() : Stream.of(type.getName() + " " + complaint));
  }
}
