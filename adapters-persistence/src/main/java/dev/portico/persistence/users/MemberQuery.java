package dev.portico.persistence.users;

import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.Role;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserFilter;
import dev.portico.domain.users.UserSearch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;

/**
 * The list that administrators see. In SQL, since each condition is written as the index has it
 * that answers it: partial indexes go by their very words, and prefixes by the collation "C".
 */
final class MemberQuery {

  private static final String FOUND =
      """
      (username_key collate "C" >= :prefix and username_key collate "C" < :prefix || :last
        or email_key collate "C" >= :prefix and email_key collate "C" < :prefix || :last
        or lower(full_name) collate "C" >= lower(:text)
          and lower(full_name) collate "C" < lower(:text) || :last)
      """;

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  private MemberQuery() {}

  static List<UserRow> list(
      StatelessSession session, UserFilter filter, PageRequest<User.Position> request) {
    var members = new MemberQuery();
    filter.search().ifPresent(members::search);
    filter.active().ifPresent(active -> members.conditions.add(active ? "active" : "not active"));
    filter.role().ifPresent(role -> members.conditions.add(has(role)));
    request.after().ifPresent(members::after);
    var query = session.createNativeQuery(members.sql(), UserRow.class);
    members.parameters.forEach(query::setParameter);
    return query.setParameter("most", request.limit() + 1).list();
  }

  private void search(UserSearch search) {
    conditions.add(FOUND);
    parameters.put("prefix", search.prefix());
    parameters.put("text", search.text());
    parameters.put("last", UserSearch.LAST);
  }

  private static String has(Role role) {
    return switch (role) {
      case ADMIN -> "roles @> '{ADMIN}'";
    };
  }

  private void after(User.Position position) {
    conditions.add("(created_at, id) < (:createdAt, :id)");
    parameters.put("createdAt", position.createdAt());
    parameters.put("id", position.id().value());
  }

  private String sql() {
    var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return "select * from users" + where + " order by created_at desc, id desc limit :most";
  }
}
