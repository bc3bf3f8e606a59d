package dev.portico.domain.shared;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a parser made of raw input: the value, or the reason why it is none.
 *
 * <p>A parser does not know where in a request its input stood; whoever reads the request turns a
 * {@link Refused} into an {@link InvalidInput} by adding the pointer.
 */
public sealed interface Parsed<T> {

  /** Input that keeps the value's rule. */
  record Accepted<T>(T value) implements Parsed<T> {}

  /** Input that breaks it; {@code reason} is a clause for people, without the input itself. */
  record Refused<T>(String reason) implements Parsed<T> {}

  static <T> Parsed<T> accepted(T value) {
    return new Accepted<>(value);
  }

  static <T> Parsed<T> refused(String reason) {
    return new Refused<>(reason);
  }

  /** The value, where there is one and its reason of refusal does not matter. */
  default Optional<T> asOptional() {
    return switch (this) {
      case Accepted<T>(var value) -> Optional.of(value);
      case Refused<T> _ -> Optional.empty();
    };
  }

  /** Goes on parsing what was accepted so far. */
  default <R> Parsed<R> then(Function<T, Parsed<R>> next) {
    return switch (this) {
      case Accepted<T>(var value) -> next.apply(value);
      case Refused<T>(var reason) -> refused(reason);
    };
  }

  /** The value of input that is known to be right: constants, stored rows, tests. */
  default T orThrow() {
    return switch (this) {
      case Accepted<T>(var value) -> value;
      case Refused<T>(var reason) -> throw new IllegalArgumentException(reason);
    };
  }
}
