package dev.portico.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The features, and which others each of them may use, in every ring alike. A new feature gets its
 * lines here.
 *
 * <p>{@code Hexagon} and {@code Ports} belong to none: they are the list of everything, and stand
 * above the features in the application's root package. So does bootstrap, which wires them.
 */
enum Feature {
  SHARED,
  AUDIT,
  USERS,
  ACCESS,
  TASKS,
  ITEMS,
  EVENTS,
  PAYMENTS,
  NOTIFICATIONS,
  FEED,
  COUNTERS,
  CHAT,
  WEBHOOKS,
  REPORTS;

  private Set<Feature> earlier() {
    return switch (this) {
      case SHARED -> Set.of();
      case AUDIT -> Set.of(SHARED);
      case USERS -> Set.of(SHARED, AUDIT);
      case ACCESS -> Set.of(SHARED, AUDIT, USERS);
      case TASKS, ITEMS, EVENTS, NOTIFICATIONS, FEED, COUNTERS, CHAT, WEBHOOKS ->
          Set.of(SHARED, AUDIT, USERS, ACCESS);
      case PAYMENTS -> Set.of(SHARED, AUDIT, USERS, ACCESS, ITEMS);
      case REPORTS -> EnumSet.range(SHARED, WEBHOOKS);
    };
  }

  boolean mayUse(Feature other) {
    return other == this || earlier().contains(other);
  }

  /** The name of its package in each ring. */
  String segment() {
    return Words.lowerCase(name());
  }

  /** The feature a class belongs to; empty for what stands above the features. */
  static Optional<Feature> of(JavaClass type, House house) {
    var segments = house.placeOf(type).split("\\.", -1);
    var inFeature = segments.length > 1 && !segments[0].equals(Ring.BOOTSTRAP.segment());
    return Arrays.stream(values())
        .filter(feature -> inFeature && segments[1].equals(feature.segment()))
        .findFirst();
  }
}
