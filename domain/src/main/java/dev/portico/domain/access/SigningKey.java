package dev.portico.domain.access;

/**
 * A key that access tokens are signed with. One key serves one algorithm (RFC 8725, 3.1).
 *
 * @param id names the key in a token's header, its {@code kid}
 * @param algorithm the only algorithm it may be used with, by its JOSE name (RFC 7518, 3.1)
 * @param privateJwk the whole key as a JSON Web Key (RFC 7517), private part included
 */
public record SigningKey(String id, String algorithm, String privateJwk, KeyTerm term) {

  /** Never the private part: it may end up in a log. */
  @Override
  public String toString() {
    return "SigningKey[" + id + ", " + algorithm + ", " + term + "]";
  }
}
