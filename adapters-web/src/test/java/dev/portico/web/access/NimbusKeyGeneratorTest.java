package dev.portico.web.access;

import dev.portico.application.access.port.KeyGenerator;
import dev.portico.application.access.port.KeyGeneratorContract;

class NimbusKeyGeneratorTest extends KeyGeneratorContract {

  @Override
  protected KeyGenerator generator() {
    return new NimbusKeyGenerator();
  }
}
