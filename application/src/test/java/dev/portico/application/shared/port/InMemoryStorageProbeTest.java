package dev.portico.application.shared.port;

class InMemoryStorageProbeTest extends StorageProbeContract {

  @Override
  protected StorageProbe probe() {
    return new InMemoryStorageProbe();
  }

  @Override
  protected StorageProbe probeOfAStoreThatIsAway() {
    var probe = new InMemoryStorageProbe();
    probe.setAway(true);
    return probe;
  }
}
