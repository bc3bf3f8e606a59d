package dev.portico.persistence.access;

import dev.portico.domain.access.KeyTerm;
import dev.portico.domain.access.SigningKey;
import dev.portico.persistence.shared.DatabaseUnusable;
import dev.portico.persistence.shared.SealingKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signing key as kept: sealed under its own id, so that a row cannot be passed off as another.
 */
@Entity(name = "SigningKeyRow")
@Table(name = "signing_keys")
class SigningKeyRow {

  @Id
  @Column(name = "id")
  String id;

  @Column(name = "number")
  int number;

  @Column(name = "algorithm")
  String algorithm;

  @Column(name = "sealed_jwk")
  byte[] sealedJwk;

  @Column(name = "announced_at")
  Instant announcedAt;

  @Column(name = "signs_from")
  Instant signsFrom;

  @Column(name = "withdrawn_at")
  @Nullable Instant withdrawnAt;

  /** For Hibernate, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init")
  protected SigningKeyRow() {}

  static SigningKeyRow of(SigningKey key, SealingKey seal) {
    var row = new SigningKeyRow();
    row.id = key.id();
    row.number = key.term().number();
    row.algorithm = key.algorithm();
    row.sealedJwk = seal.seal(key.privateJwk().getBytes(StandardCharsets.UTF_8), label(key.id()));
    row.announcedAt = key.term().announcedAt();
    row.signsFrom = key.term().signsFrom();
    row.withdrawnAt = key.term().withdrawnAt().orElse(null);
    return row;
  }

  SigningKey toDomain(SealingKey seal) {
    var term = new KeyTerm(number, announcedAt, signsFrom, Optional.ofNullable(withdrawnAt));
    return new SigningKey(id, algorithm, new String(opened(seal), StandardCharsets.UTF_8), term);
  }

  /** What it is to be sealed anew as; empty if it is sealed with the present secret. */
  Optional<byte[]> sealedAnew(SealingKey seal) {
    return seal.isPresentSeal(sealedJwk, label(id))
        ? Optional.empty()
        : Optional.of(seal.seal(opened(seal), label(id)));
  }

  private byte[] opened(SealingKey seal) {
    return seal.open(sealedJwk, label(id))
        .orElseThrow(() ->
            new DatabaseUnusable(
                "SECRET_KEY is not the one the signing keys of this database were sealed"
                    + " with."));
  }

  private static byte[] label(String id) {
    return id.getBytes(StandardCharsets.UTF_8);
  }
}
