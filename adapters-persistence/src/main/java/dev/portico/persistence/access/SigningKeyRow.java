package dev.portico.persistence.access;

import dev.portico.domain.access.SigningKey;
import dev.portico.persistence.shared.DatabaseUnusable;
import dev.portico.persistence.shared.SealingKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A signing key as kept: sealed under its own id, so that a row cannot be passed off as another.
 */
@Entity(name = "SigningKeyRow")
@Table(name = "signing_keys")
class SigningKeyRow {

  @Id
  @Column(name = "id")
  String id;

  @Column(name = "algorithm")
  String algorithm;

  @Column(name = "sealed_jwk")
  byte[] sealedJwk;

  @Column(name = "created_at")
  Instant createdAt;

  /** Whether it is the one to sign with. */
  @Column(name = "signing")
  boolean signing;

  /** For Hibernate, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init")
  protected SigningKeyRow() {}

  /** The row of the key to sign with. */
  static SigningKeyRow of(SigningKey key, SealingKey seal) {
    var row = new SigningKeyRow();
    row.id = key.id();
    row.algorithm = key.algorithm();
    row.sealedJwk = seal.seal(key.privateJwk().getBytes(StandardCharsets.UTF_8), label(key.id()));
    row.createdAt = key.createdAt();
    row.signing = true;
    return row;
  }

  SigningKey toDomain(SealingKey seal) {
    byte[] jwk =
        seal.open(sealedJwk, label(id))
            .orElseThrow(() ->
                new DatabaseUnusable(
                    "SECRET_KEY is not the one the signing keys of this database were sealed"
                        + " with."));
    return new SigningKey(id, algorithm, new String(jwk, StandardCharsets.UTF_8), createdAt);
  }

  private static byte[] label(String id) {
    return id.getBytes(StandardCharsets.UTF_8);
  }
}
