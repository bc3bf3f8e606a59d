package dev.portico.application.shared.port;

class InMemorySecretGeneratorTest extends SecretGeneratorContract {

  private final InMemorySecretGenerator secrets = new InMemorySecretGenerator();

  @Override
  protected SecretGenerator secrets() {
    return secrets;
  }
}
