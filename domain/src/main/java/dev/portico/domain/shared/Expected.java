package dev.portico.domain.shared;

import java.util.Set;

/**
 * Which states of a thing a change is meant for, so that none is lost that its sender never saw.
 */
public sealed interface Expected {

  /** Whatever it is like now. */
  record Any() implements Expected {}

  /** One of these versions. */
  record OneOf(Set<Long> versions) implements Expected {

    public OneOf {
      versions = Set.copyOf(versions);
    }
  }

  /** Whether a thing of this version is what was meant. */
  default boolean admits(long version) {
    return switch (this) {
      case Any() -> true;
      case OneOf(var versions) -> versions.contains(version);
    };
  }
}
