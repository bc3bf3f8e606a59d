package dev.portico.persistence.access;

import dev.portico.domain.access.Client;
import dev.portico.domain.access.RefreshChain;
import dev.portico.domain.access.Session;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.users.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session as kept. */
@Entity(name = "SessionRow")
@Table(name = "sessions")
class SessionRow {

  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "user_id")
  UUID userId;

  @Column(name = "address")
  String address;

  @Column(name = "agent")
  String agent;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "last_used_at")
  Instant lastUsedAt;

  @Column(name = "ends_at")
  Instant endsAt;

  @Column(name = "tag_key")
  String tagKey;

  @Column(name = "number")
  int number;

  @Column(name = "digest")
  String digest;

  @Column(name = "parent_digest")
  @Nullable String parentDigest;

  @Column(name = "wrapped")
  @Nullable String wrapped;

  @Column(name = "turned_at")
  @Nullable Instant turnedAt;

  /** For Hibernate, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init")
  protected SessionRow() {}

  static SessionRow of(Session session) {
    var row = new SessionRow();
    row.id = session.id().value();
    row.userId = session.user().value();
    row.address = session.client().address();
    row.agent = session.client().agent();
    row.startedAt = session.startedAt();
    row.lastUsedAt = session.lastUsedAt();
    row.endsAt = session.endsAt();
    row.tagKey = session.chain().tagKey();
    row.number = session.chain().number();
    row.digest = session.chain().digest();
    session
        .chain()
        .turn()
        .ifPresent(turn -> {
          row.parentDigest = turn.parentDigest();
          row.wrapped = turn.wrapped();
          row.turnedAt = turn.at();
        });
    return row;
  }

  Session toDomain() {
    return new Session(
        new SessionId(id),
        new UserId(userId),
        new Client(address, agent),
        startedAt,
        lastUsedAt,
        endsAt,
        new RefreshChain(tagKey, number, digest, turn()));
  }

  private Optional<RefreshChain.Turn> turn() {
    return parentDigest == null || wrapped == null || turnedAt == null
        ? Optional.empty()
        : Optional.of(new RefreshChain.Turn(parentDigest, wrapped, turnedAt));
  }
}
