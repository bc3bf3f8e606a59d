package dev.portico.application.chat.port;

import dev.portico.application.shared.OwnerGone;
import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.users.port.Users;
import dev.portico.domain.chat.Author;
import dev.portico.domain.chat.ChatMessage;
import dev.portico.domain.chat.KeptMessage;
import dev.portico.domain.chat.RoomName;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Messages in memory, beside the users who said them. */
public final class InMemoryMessages implements Messages {

  private record Place(RoomName room, long number) {}

  private final InMemoryTable<Place, ChatMessage> rows;
  private final InMemoryTable<RoomName, Long> rooms;
  private final Users users;

  public InMemoryMessages(InMemoryTransactions transactions, Users users) {
    rows = transactions.newTable();
    rooms = transactions.newTable();
    this.users = users;
  }

  @Override
  public long append(ChatMessage message) {
    if (!isThere(message.author())) {
      throw new OwnerGone("there is no such user any more");
    }
    return rows.with(all -> {
      long number = rooms.with(last -> last.merge(message.room(), 1L, Long::sum));
      all.put(new Place(message.room(), number), message);
      return number;
    });
  }

  private boolean isThere(Author author) {
    return author.user().isEmpty() || users.find(author.user().get()).isPresent();
  }

  @Override
  public Map<RoomName, Long> lastIn(Set<RoomName> asked) {
    return rooms.with(last ->
        last.entrySet().stream()
            .filter(room -> asked.contains(room.getKey()))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public List<KeptMessage> after(RoomName room, long number, int atMost) {
    return rows.with(all ->
        in(all, room)
            .filter(kept -> kept.number() > number)
            .sorted(Comparator.comparingLong(KeptMessage::number))
            .limit(atMost)
            .toList());
  }

  private Stream<KeptMessage> in(Map<Place, ChatMessage> all, RoomName room) {
    return all.entrySet().stream()
        .filter(row -> row.getKey().room().equals(room) && isThere(row.getValue().author()))
        .map(row -> new KeptMessage(row.getKey().number(), row.getValue()));
  }

  @Override
  public Page<KeptMessage, Long> list(RoomName room, PageRequest<Long> request) {
    long before = request.after().orElse(Long.MAX_VALUE);
    return Page.cut(
        rows.with(all ->
            in(all, room)
                .filter(kept -> kept.number() < before)
                .sorted(Comparator.comparingLong(KeptMessage::number).reversed())
                .limit(request.limit() + 1L)
                .toList()),
        request.limit(),
        KeptMessage::number);
  }

  @Override
  public int purge(Instant before, int atMost) {
    return rows.with(all -> {
      var old =
          all.entrySet().stream()
              .filter(row -> row.getValue().sentAt().isBefore(before))
              .map(Map.Entry::getKey)
              .limit(atMost)
              .toList();
      old.forEach(all::remove);
      return old.size();
    });
  }
}
