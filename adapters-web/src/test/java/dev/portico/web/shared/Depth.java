package dev.portico.web.shared;

import dev.portico.testkit.Capability;
import dev.portico.testkit.Rung;

/** A place where API tests run. A module that has one offers it by {@code ServiceLoader}. */
public interface Depth {

  /** Its name, as the property {@code portico.depth} has it. */
  String name();

  boolean offers(Capability capability);

  /**
   * The service for one test.
   *
   * @param test its name, for messages
   * @param rung how it asks to be kept from others; heeded where there are rungs
   */
  ServiceUnderTest open(String test, Rung rung);
}
