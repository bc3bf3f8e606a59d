package dev.portico.persistence.shared;

import java.util.List;

/**
 * The classes a feature keeps as rows. Each feature tells its own, so that none has to know the
 * others'.
 */
public record RowTypes(List<Class<?>> classes) {

  public RowTypes {
    classes = List.copyOf(classes);
  }

  public static RowTypes of(Class<?>... classes) {
    return new RowTypes(List.of(classes));
  }
}
