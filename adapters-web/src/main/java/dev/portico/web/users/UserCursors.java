package dev.portico.web.users;

import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import dev.portico.web.shared.Cursors;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.Refusal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Cursors into the list of users: the instant in microseconds and the id. */
final class UserCursors {

  private static final String LIST = "users";
  private static final int BYTES = 3 * Long.BYTES;

  private final Cursors cursors;

  UserCursors(Cursors cursors) {
    this.cursors = cursors;
  }

  String seal(User.Position position) {
    var id = position.id().value();
    return cursors.seal(
        LIST,
        ByteBuffer.allocate(BYTES)
            .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, position.createdAt()))
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  User.Position open(String cursor) {
    var bytes =
        cursors
            .open(LIST, cursor)
            .map(ByteBuffer::wrap)
            .orElseThrow(() ->
                Refusal.of(ProblemType.MALFORMED_REQUEST, "The cursor is not one of this list"));
    var createdAt = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
    return new User.Position(createdAt, new UserId(new UUID(bytes.getLong(), bytes.getLong())));
  }
}
