package dev.portico.persistence.webhooks;

import static dev.portico.persistence.shared.Statements.prepare;

import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;
import dev.portico.domain.webhooks.Secrets;
import dev.portico.domain.webhooks.Webhook;
import dev.portico.domain.webhooks.WebhookId;
import dev.portico.domain.webhooks.WebhookUrl;
import dev.portico.persistence.shared.DatabaseUnusable;
import dev.portico.persistence.shared.SealingKey;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements on the table of webhooks; a row's secrets are sealed under its own id. */
final class WebhookRows {

  private static final String SELECT =
      """
      select id, owner, url, events, scope, sealed_secrets, failing_since, disabled, created_at
      from webhooks
      """;

  private static final String INSERT =
      """
      insert into webhooks
        (id, owner, url, events, scope, sealed_secrets, failing_since, disabled, created_at)
      values (?, ?, ?, ?::text[], ?, ?, ?::timestamptz, ?, ?)
      """;

  private static final String UPDATE =
      """
      update webhooks
      set url = ?, events = ?::text[], scope = ?, sealed_secrets = ?,
        failing_since = ?::timestamptz, disabled = ?
      where id = ?
      """;

  /** Two lists, since an administrator's are few and an owner's are found by index. */
  private static final String SUBSCRIBERS =
      """
      select w.id from webhooks w join users u on u.id = w.owner
      where (w.owner = ? or (w.scope = 'ALL' and 'ADMIN' = any(u.roles)))
        and w.disabled is null and ? = any(w.events) and u.active
      """;

  private final Connection connection;
  private final SealingKey seal;

  WebhookRows(Connection connection, SealingKey seal) {
    this.connection = connection;
    this.seal = seal;
  }

  /** Lets nobody else add one for this user until the transaction ends; false if there is none. */
  boolean lockOwner(UserId owner) throws SQLException {
    return !uuids("select id from users where id = ? for no key update", owner.value()).isEmpty();
  }

  int count(UserId owner) throws SQLException {
    return uuids("select id from webhooks where owner = ?", owner.value()).size();
  }

  boolean insert(Webhook webhook) throws SQLException {
    return changes(
        INSERT,
        webhook.id().value(),
        webhook.owner().value(),
        webhook.url().text(),
        eventsOf(webhook),
        webhook.scope().name(),
        sealed(webhook),
        webhook.failingSince().orElse(null),
        webhook.disabled().map(Enum::name).orElse(null),
        webhook.createdAt());
  }

  boolean update(Webhook webhook) throws SQLException {
    return changes(
        UPDATE,
        webhook.url().text(),
        eventsOf(webhook),
        webhook.scope().name(),
        sealed(webhook),
        webhook.failingSince().orElse(null),
        webhook.disabled().map(Enum::name).orElse(null),
        webhook.id().value());
  }

  private static String eventsOf(Webhook webhook) {
    return webhook.events().stream()
        .sorted()
        .map(Enum::name)
        .collect(Collectors.joining(",", "{", "}"));
  }

  boolean delete(UserId owner, WebhookId id) throws SQLException {
    return changes("delete from webhooks where id = ? and owner = ?", id.value(), owner.value());
  }

  Optional<Webhook> find(WebhookId id) throws SQLException {
    return list(SELECT + " where id = ?", id.value()).stream().findFirst();
  }

  /** Lets nobody else change it until the transaction ends. */
  Optional<Webhook> hold(WebhookId id) throws SQLException {
    return list(SELECT + " where id = ? for no key update", id.value()).stream().findFirst();
  }

  List<Webhook> page(UserId owner, PageRequest<Webhook.Position> request) throws SQLException {
    var order = " order by created_at desc, id desc limit ?";
    int limit = request.limit() + 1;
    return request.after().isEmpty()
        ? list(SELECT + " where owner = ?" + order, owner.value(), limit)
        : list(
            SELECT + " where owner = ? and (created_at, id) < (?, ?)" + order,
            owner.value(),
            request.after().get().createdAt(),
            request.after().get().id().value(),
            limit);
  }

  List<WebhookId> subscribersOf(DomainEvent event) throws SQLException {
    return uuids(SUBSCRIBERS, event.owner(), event.type().name()).stream()
        .map(WebhookId::new)
        .toList();
  }

  private List<UUID> uuids(String sql, Object... values) throws SQLException {
    var all = new ArrayList<UUID>();
    try (var statement = prepare(connection, sql, values);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        all.add(rows.getObject(1, UUID.class));
      }
    }
    return all;
  }

  private List<Webhook> list(String sql, Object... values) throws SQLException {
    var all = new ArrayList<Webhook>();
    try (var statement = prepare(connection, sql, values);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        all.add(webhook(rows));
      }
    }
    return all;
  }

  private Webhook webhook(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new Webhook(
        new WebhookId(id),
        new UserId(row.getObject("owner", UUID.class)),
        WebhookUrl.parse(row.getString("url")).orThrow(),
        Arrays.stream((String[]) row.getArray("events").getArray())
            .map(DomainEvent.Type::valueOf)
            .collect(Collectors.toSet()),
        Webhook.Scope.valueOf(row.getString("scope")),
        opened(row.getBytes("sealed_secrets"), id),
        instant(row.getObject("failing_since", OffsetDateTime.class)),
        Optional.ofNullable(row.getString("disabled")).map(Webhook.Disabled::valueOf),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }

  private byte[] sealed(Webhook webhook) {
    var plain = webhook.secrets().toText().getBytes(StandardCharsets.UTF_8);
    return seal.seal(plain, label(webhook.id().value()));
  }

  private Secrets opened(byte[] sealed, UUID id) {
    var plain = seal.open(sealed, label(id)).orElseThrow(WebhookRows::otherSecret);
    return Secrets.parse(new String(plain, StandardCharsets.UTF_8)).orThrow();
  }

  private static DatabaseUnusable otherSecret() {
    return new DatabaseUnusable(
        "SECRET_KEY is not the one the webhooks of this database were sealed with.");
  }

  /** Seals with the present secret what was sealed with a former one. */
  int sealAnew() throws SQLException {
    int fresh = 0;
    for (var id : sealedWithAFormerSecret()) {
      var held = hold(new WebhookId(id));
      fresh += held.isPresent() && update(held.get()) ? 1 : 0;
    }
    return fresh;
  }

  private List<UUID> sealedWithAFormerSecret() throws SQLException {
    var all = new ArrayList<UUID>();
    try (var statement = prepare(connection, "select id, sealed_secrets from webhooks");
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        var id = rows.getObject(1, UUID.class);
        if (!seal.isPresentSeal(rows.getBytes(2), label(id))) {
          all.add(id);
        }
      }
    }
    return all;
  }

  private static byte[] label(UUID id) {
    return ("webhook " + id).getBytes(StandardCharsets.UTF_8);
  }

  private boolean changes(String sql, @Nullable Object... values) throws SQLException {
    try (var statement = prepare(connection, sql, values)) {
      return statement.executeUpdate() == 1;
    }
  }
}
