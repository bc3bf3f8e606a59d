package dev.portico.persistence.shared;

import dev.portico.application.shared.port.SecretGenerator;
import java.security.SecureRandom;

/** Secrets from the operating system's generator. */
final class SystemSecretGenerator implements SecretGenerator {

  private final SecureRandom random = new SecureRandom();

  @Override
  public byte[] next(int count) {
    byte[] secret = new byte[count];
    random.nextBytes(secret);
    return secret;
  }
}
