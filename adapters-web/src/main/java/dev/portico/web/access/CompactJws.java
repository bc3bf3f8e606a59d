package dev.portico.web.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import java.text.ParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Signatures in compact form (RFC 7515, section 3.1) by ES256 and nothing else: what they are on,
 * once they are found good.
 */
final class CompactJws {

  /** No character that Base64url does not have, and no empty part. */
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  private CompactJws() {}

  /** Finds the key that a header names; empty where the header is not ours. */
  interface KeyFinder {
    Optional<ECKey> find(JWSHeader header) throws ParseException;
  }

  /** What was signed; empty unless a key that was found has signed it, however odd the text is. */
  static Optional<Payload> payload(String text, KeyFinder keys) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      var jws = JWSObject.parse(text);
      var key =
          TokenKeys.ALGORITHM.equals(jws.getHeader().getAlgorithm())
              ? keys.find(jws.getHeader()).filter(CompactJws::isForUs)
              : Optional.<ECKey>empty();
      return key.isPresent() && jws.verify(new ECDSAVerifier(key.get()))
          ? Optional.of(jws.getPayload())
          : Optional.empty();
    } catch (ParseException | JOSEException | RuntimeException odd) {
      // The library's parsers have thrown unchecked exceptions before (CVE-2019-17195).
      return Optional.empty();
    }
  }

  /** One key serves one algorithm and one purpose (RFC 8725, section 3.1). */
  private static boolean isForUs(ECKey key) {
    var operations = key.getKeyOperations();
    return TokenKeys.ALGORITHM.equals(key.getAlgorithm())
        && Curve.P_256.equals(key.getCurve())
        && (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
        && (operations == null || operations.contains(KeyOperation.VERIFY));
  }
}
