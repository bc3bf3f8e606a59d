package dev.portico.persistence.access;

import dev.portico.application.access.port.SigningKeys;
import dev.portico.domain.access.SigningKey;
import dev.portico.persistence.shared.PersistenceContext;
import dev.portico.persistence.shared.SealingKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Signing keys as sealed rows; a unique index lets one key have a number.
 *
 * <p>Throws {@link dev.portico.persistence.shared.DatabaseUnusable} where a row was sealed with
 * another secret than those of this node.
 */
final class JpaSigningKeys implements SigningKeys {

  private static final String ALL = "from SigningKeyRow order by number";

  private static final String INSERT_IF_FREE =
      """
      insert into SigningKeyRow
        (id, number, algorithm, sealedJwk, announcedAt, signsFrom, withdrawnAt)
      values (:id, :number, :algorithm, :sealedJwk, :announcedAt, :signsFrom, :withdrawnAt)
      on conflict do nothing
      """;

  private static final String WITHDRAW =
      """
      update SigningKeyRow set withdrawnAt = :at
      where id in (:ids) and (withdrawnAt is null or withdrawnAt > :at)
      """;

  /** Not over what another node has made of it meanwhile. */
  private static final String SEAL_ANEW =
      "update SigningKeyRow set sealedJwk = :fresh where id = :id and sealedJwk = :stale";

  private final PersistenceContext context;
  private final SealingKey seal;

  JpaSigningKeys(PersistenceContext context, SealingKey seal) {
    this.context = context;
    this.seal = seal;
  }

  @Override
  public List<SigningKey> all() {
    return rows().stream().map(row -> row.toDomain(seal)).toList();
  }

  private List<SigningKeyRow> rows() {
    return context.read(session -> session.createSelectionQuery(ALL, SigningKeyRow.class).list());
  }

  @Override
  public boolean addIfFree(SigningKey key) {
    var row = SigningKeyRow.of(key, seal);
    return context.write(session ->
        session
            .createMutationQuery(INSERT_IF_FREE)
            .setParameter("id", row.id)
            .setParameter("number", row.number)
            .setParameter("algorithm", row.algorithm)
            .setParameter("sealedJwk", row.sealedJwk)
            .setParameter("announcedAt", row.announcedAt)
            .setParameter("signsFrom", row.signsFrom)
            .setParameter("withdrawnAt", row.withdrawnAt, Instant.class)
            .executeUpdate())
        == 1;
  }

  @Override
  public void withdraw(Collection<String> ids, Instant at) {
    var _ =
        context.write(session ->
            session
                .createMutationQuery(WITHDRAW)
                .setParameter("at", at)
                .setParameterList("ids", ids)
                .executeUpdate());
  }

  @Override
  public void remove(Collection<String> ids) {
    var _ =
        context.write(session ->
            session
                .createMutationQuery("delete from SigningKeyRow where id in (:ids)")
                .setParameterList("ids", ids)
                .executeUpdate());
  }

  /** Seals with the present secret what was sealed with a former one. */
  void sealAnew() {
    for (var row : rows()) {
      row.sealedAnew(seal).ifPresent(fresh -> replace(row, fresh));
    }
  }

  private void replace(SigningKeyRow row, byte[] fresh) {
    var _ =
        context.write(session ->
            session
                .createMutationQuery(SEAL_ANEW)
                .setParameter("fresh", fresh)
                .setParameter("id", row.id)
                .setParameter("stale", row.sealedJwk)
                .executeUpdate());
  }
}
