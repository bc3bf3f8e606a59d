package dev.portico.persistence.shared;

import dev.portico.application.shared.port.SecretGenerator;
import dev.portico.application.shared.port.SecretGeneratorContract;

class SystemSecretGeneratorTest extends SecretGeneratorContract {

  private final SecretGenerator secrets = new SystemSecretGenerator();

  @Override
  protected SecretGenerator secrets() {
    return secrets;
  }
}
