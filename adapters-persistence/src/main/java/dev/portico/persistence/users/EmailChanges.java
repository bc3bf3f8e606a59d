package dev.portico.persistence.users;

import static dev.portico.persistence.shared.Statements.prepare;

import dev.portico.application.users.port.Users.EmailChange;
import dev.portico.domain.users.EmailAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Gives a user another address. SQL has no update that makes way for a row in its way, so it is
 * tried behind a savepoint: a violation must not spoil the transaction around it.
 */
final class EmailChanges {

  private static final String UNIQUE_VIOLATION = "23505";
  private static final String UPDATE =
      "update users set email = ?, email_key = ?, email_verified = true where id = ?";

  private EmailChanges() {}

  static EmailChange changeIfFree(Connection connection, UUID id, EmailAddress address)
      throws SQLException {
    var savepoint = connection.setSavepoint();
    try (var statement = prepare(connection, UPDATE, address.text(), address.key(), id)) {
      int changed = statement.executeUpdate();
      connection.releaseSavepoint(savepoint);
      return changed == 1 ? EmailChange.CHANGED : EmailChange.NOBODY;
    } catch (SQLException failure) {
      if (!UNIQUE_VIOLATION.equals(failure.getSQLState())) {
        throw failure;
      }
      connection.rollback(savepoint);
      return EmailChange.EMAIL_HELD;
    }
  }
}
