package dev.portico.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The rings, and which others each of them may use. */
enum Ring {
  DOMAIN,
  APPLICATION,
  WEB,
  PERSISTENCE,
  BOOTSTRAP;

  private Set<Ring> inner() {
    return switch (this) {
      case DOMAIN -> Set.of();
      case APPLICATION -> Set.of(DOMAIN);
      case WEB, PERSISTENCE -> Set.of(DOMAIN, APPLICATION);
      case BOOTSTRAP -> Set.of(DOMAIN, APPLICATION, WEB, PERSISTENCE);
    };
  }

  boolean mayUse(Ring other) {
    return other == this || inner().contains(other);
  }

  /** The name of its package. */
  String segment() {
    return Words.lowerCase(name());
  }

  /** Every package of this ring. */
  String in(House house) {
    return house.at(segment() + "..");
  }

  /** The ring a class stands in; empty where it stands in none. */
  static Optional<Ring> of(JavaClass type, House house) {
    var place = house.placeOf(type) + ".";
    return Arrays.stream(values())
        .filter(ring -> place.startsWith(ring.segment() + "."))
        .findFirst();
  }
}
