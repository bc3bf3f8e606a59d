package dev.portico.bootstrap.transfer;

/** Hears how far a long work has come. */
@FunctionalInterface
public interface Progress {

  /**
   * So far.
   *
   * @param done of the whole, in the unit of {@code whole}
   * @param whole 0 where it is not known
   * @param users how many that is
   */
  void at(long done, long whole, long users);
}
