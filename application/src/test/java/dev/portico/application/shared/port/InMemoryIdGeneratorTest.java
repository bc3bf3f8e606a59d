package dev.portico.application.shared.port;

class InMemoryIdGeneratorTest extends IdGeneratorContract {

  private final IdGenerator ids = new InMemoryIdGenerator();

  @Override
  protected IdGenerator ids() {
    return ids;
  }
}
