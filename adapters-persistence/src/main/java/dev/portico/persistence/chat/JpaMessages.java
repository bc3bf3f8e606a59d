package dev.portico.persistence.chat;

import dev.portico.application.chat.port.Messages;
import dev.portico.domain.chat.ChatMessage;
import dev.portico.domain.chat.KeptMessage;
import dev.portico.domain.chat.RoomName;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;
import dev.portico.persistence.shared.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/**
 * Messages as rows of one table. The row of their room is what gives them numbers, and what the
 * next to speak there waits for until this one is committed. Other nodes are told at the commit:
 * see {@link NewsLine}.
 */
final class JpaMessages implements Messages {

  private static final String APPEND =
      """
      with turn as (
        insert into chat_rooms as room (name, last_number) values (:room, 1)
        on conflict (name) do update set last_number = room.last_number + 1
        returning last_number),
      kept as (
        insert into chat_messages (room, number, id, author, author_id, content, sent_at)
        select :room, last_number, :id, :author, :authorId, :content, :sentAt from turn
        returning number)
      select number from kept, pg_notify('%s', :room || ' ' || number)
      """
          .formatted(NewsLine.CHANNEL);

  private static final String LAST =
      "select name, last_number from chat_rooms where name in (:rooms)";

  private static final String AFTER =
      "from MessageRow where room = :room and number > :number order by number";

  private static final String BEFORE =
      "from MessageRow where room = :room and number < :number order by number desc";

  /** Skips rows that another node is at work on. */
  private static final String PURGE =
      """
      delete from chat_messages where (room, number) in (
        select room, number from chat_messages where sent_at < :before
        limit :most for update skip locked)
      """;

  private final PersistenceContext context;

  JpaMessages(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public long append(ChatMessage message) {
    return context.write(session ->
        session
            .createNativeQuery(APPEND, Long.class)
            .setParameter("room", message.room().text())
            .setParameter("id", message.id())
            .setParameter("author", message.author().name())
            .setParameter(
                "authorId", message.author().user().map(UserId::value).orElse(null), UUID.class)
            .setParameter("content", message.content().text())
            .setParameter("sentAt", message.sentAt())
            .getSingleResult());
  }

  @Override
  public Map<RoomName, Long> lastIn(Set<RoomName> rooms) {
    if (rooms.isEmpty()) {
      return Map.of();
    }
    var names = rooms.stream().map(RoomName::text).toList();
    return context
        .read(session ->
            session
                .createNativeQuery(LAST, Object[].class)
                .setParameterList("rooms", names)
                .getResultList())
        .stream()
        .collect(
            Collectors.toUnmodifiableMap(
                row -> new RoomName((String) row[0]), row -> ((Number) row[1]).longValue()));
  }

  @Override
  public List<KeptMessage> after(RoomName room, long number, int atMost) {
    return context.read(session -> rows(session, AFTER, room, number, atMost));
  }

  @Override
  public Page<KeptMessage, Long> list(RoomName room, PageRequest<Long> request) {
    long before = request.after().orElse(Long.MAX_VALUE);
    return Page.cut(
        context.read(session -> rows(session, BEFORE, room, before, request.limit() + 1)),
        request.limit(),
        KeptMessage::number);
  }

  private static List<KeptMessage> rows(
      StatelessSession session, String query, RoomName room, long number, int atMost) {
    return session
        .createSelectionQuery(query, MessageRow.class)
        .setParameter("room", room.text())
        .setParameter("number", number)
        .setMaxResults(atMost)
        .list()
        .stream()
        .map(MessageRow::toDomain)
        .toList();
  }

  @Override
  public int purge(Instant before, int atMost) {
    return context.write(session ->
        session
            .createNativeMutationQuery(PURGE)
            .setParameter("before", before)
            .setParameter("most", atMost)
            .executeUpdate());
  }
}
