package dev.portico.application.access.port;

class InMemoryKeyGeneratorTest extends KeyGeneratorContract {

  private final KeyGenerator generator = new InMemoryKeyGenerator();

  @Override
  protected KeyGenerator generator() {
    return generator;
  }
}
