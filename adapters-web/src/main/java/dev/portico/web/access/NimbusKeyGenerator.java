package dev.portico.web.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.portico.application.access.port.KeyGenerator;
import dev.portico.domain.access.KeyTerm;
import dev.portico.domain.access.SigningKey;

/** Makes keys on P-256, each called by its thumbprint (RFC 7638). */
final class NimbusKeyGenerator implements KeyGenerator {

  @Override
  public SigningKey generate(KeyTerm term) {
    try {
      var key =
          new ECKeyGenerator(Curve.P_256)
              .keyIDFromThumbprint(true)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(TokenKeys.ALGORITHM)
              .generate();
      return new SigningKey(
          key.getKeyID(), TokenKeys.ALGORITHM.getName(), key.toJSONString(), term);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
