package dev.portico.application.shared.port;

/** Storage that answers until told not to. */
public final class InMemoryStorageProbe implements StorageProbe {

  private volatile boolean away;

  /** Takes the storage away, or brings it back. */
  public void setAway(boolean value) {
    away = value;
  }

  @Override
  public boolean answers() {
    return !away;
  }
}
