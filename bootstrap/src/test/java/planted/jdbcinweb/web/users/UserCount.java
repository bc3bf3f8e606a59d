package planted.jdbcinweb.web.users;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Breaks: web keeps to its libraries. It reads the database. */
final class UserCount {

  long of(ResultSet rows) throws SQLException {
    return rows.getLong(1);
  }
}
