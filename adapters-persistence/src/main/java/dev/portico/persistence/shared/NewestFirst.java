package dev.portico.persistence.shared;

import dev.portico.domain.shared.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * A query for rows from the newest to the oldest, the greater id first among those of one instant.
 * The rows have the attributes {@code createdAt} and {@code id}.
 */
public final class NewestFirst<R> {

  private final Class<R> type;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  public NewestFirst(Class<R> type) {
    this.type = type;
  }

  /** Only rows that meet this condition. */
  @CanIgnoreReturnValue
  public NewestFirst<R> where(String condition) {
    conditions.add(condition);
    return this;
  }

  /** Only rows that meet this condition, which names the parameter with a colon. */
  @CanIgnoreReturnValue
  public NewestFirst<R> where(String condition, String parameter, Object value) {
    parameters.put(parameter, value);
    return where(condition);
  }

  /** Only rows behind this one. Compared as one value, so that the index leads straight to it. */
  @CanIgnoreReturnValue
  public NewestFirst<R> after(Instant createdAt, UUID id) {
    parameters.put("afterInstant", createdAt);
    return where("(createdAt, id) < (:afterInstant, :afterId)", "afterId", id);
  }

  /** The first of them. */
  public List<R> list(StatelessSession session, int atMost) {
    var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    var query =
        session.createSelectionQuery(
            "from %s%s order by createdAt desc, id desc".formatted(type.getSimpleName(), where),
            type);
    parameters.forEach(query::setParameter);
    return query.setMaxResults(atMost).list();
  }
}
