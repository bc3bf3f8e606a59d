package planted.entityinweb.web.users;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Breaks: web keeps to its libraries. It maps a table. */
@Entity
final class UserRow {

  @Id String id = "";
}
