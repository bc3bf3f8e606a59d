package dev.portico.persistence.access;

import dev.portico.application.access.port.SigningKeys;
import dev.portico.domain.access.SigningKey;
import dev.portico.persistence.shared.PersistenceContext;
import dev.portico.persistence.shared.SealingKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;

/**
 * Signing keys as sealed rows; a unique index lets at most one of them be the one to sign with.
 *
 * <p>Throws {@link dev.portico.persistence.shared.DatabaseUnusable} where a row was sealed with
 * another secret than this node's.
 */
final class JpaSigningKeys implements SigningKeys {

  private static final String INSERT_IF_FIRST =
      """
      insert into SigningKeyRow (id, algorithm, sealedJwk, createdAt, signing)
      values (:id, :algorithm, :sealedJwk, :createdAt, true)
      on conflict do nothing
      """;

  private final PersistenceContext context;
  private final SealingKey seal;

  JpaSigningKeys(PersistenceContext context, SealingKey seal) {
    this.context = context;
    this.seal = seal;
  }

  @Override
  public SigningKey currentOr(Supplier<SigningKey> offer) {
    return current()
        .orElseGet(() -> {
          add(SigningKeyRow.of(offer.get(), seal));
          // Ours, or that of a node that was quicker.
          return current().orElseThrow();
        });
  }

  private Optional<SigningKey> current() {
    return context
        .read(session -> rows(session, "where signing").stream().findFirst())
        .map(row -> row.toDomain(seal));
  }

  private void add(SigningKeyRow row) {
    var _ =
        context.write(session ->
            session
                .createMutationQuery(INSERT_IF_FIRST)
                .setParameter("id", row.id)
                .setParameter("algorithm", row.algorithm)
                .setParameter("sealedJwk", row.sealedJwk)
                .setParameter("createdAt", row.createdAt)
                .executeUpdate());
  }

  @Override
  public List<SigningKey> accepted() {
    return context
        .read(session -> rows(session, "order by signing desc, createdAt desc, id"))
        .stream()
        .map(row -> row.toDomain(seal))
        .toList();
  }

  private static List<SigningKeyRow> rows(StatelessSession session, String which) {
    return session.createSelectionQuery("from SigningKeyRow " + which, SigningKeyRow.class).list();
  }
}
