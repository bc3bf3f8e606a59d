package dev.portico.application.chat.port;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.OwnerGone;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.chat.Author;
import dev.portico.domain.chat.ChatMessage;
import dev.portico.domain.chat.KeptMessage;
import dev.portico.domain.chat.MessageText;
import dev.portico.domain.chat.RoomName;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every store of messages promises. A fresh, empty store for each test. */
public abstract class MessagesContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");
  private static final Author GUEST = new Author("guest-0007", Optional.empty());
  private static final int MANY = 1_000;
  private static final int SPEAKERS = 8;
  private static final int ALL = 200;

  private final RoomName room = new RoomName("room");
  private final RoomName other = new RoomName("other");
  private final AtomicLong count = new AtomicLong();

  protected abstract Messages messages();

  protected abstract Transactions transactions();

  /** Makes someone a user who can say something. */
  protected abstract void add(User user);

  protected abstract void delete(UserId user);

  private ChatMessage message(RoomName where, Author author, Instant sentAt) {
    return new ChatMessage(
        new UUID(0, count.incrementAndGet()),
        where,
        author,
        new MessageText("Été 🦊\n\t'; -- :x"),
        sentAt);
  }

  private KeptMessage append(ChatMessage message) {
    return new KeptMessage(messages().append(message), message);
  }

  private KeptMessage said(RoomName where) {
    return append(message(where, GUEST, NOON));
  }

  private static PageRequest<Long> first(int limit) {
    return new PageRequest<>(limit, Optional.empty());
  }

  @Test
  void numberWhatIsSaidRoomByRoom() {
    assertThat(said(room).number()).isEqualTo(1);
    assertThat(said(room).number()).isEqualTo(2);
    assertThat(said(other).number()).isEqualTo(1);

    assertThat(messages().lastIn(Set.of(room, other, new RoomName("empty"))))
        .isEqualTo(Map.of(room, 2L, other, 1L));
    assertThat(messages().lastIn(Set.of())).isEmpty();
  }

  @Test
  void showWhatWasSaidAsItWas() {
    var alice = aUser().named("Alice").build();
    add(alice);
    var kept = append(message(room, Author.member(alice.id(), alice.username()), NOON));
    var byGuest = said(room);

    assertThat(messages().after(room, 0, MANY)).containsExactly(kept, byGuest);
    assertThat(messages().list(room, first(10)).items()).containsExactly(byGuest, kept);
  }

  @Test
  void showWhatIsBehindANumberInOrder() {
    var all = new ArrayList<KeptMessage>();
    for (int i = 0; i < 12; i++) {
      all.add(said(room));
      var _ = said(other);
    }

    assertThat(messages().after(room, 0, MANY)).isEqualTo(all);
    assertThat(messages().after(room, 3, 4)).isEqualTo(all.subList(3, 7));
    assertThat(messages().after(room, 12, MANY)).isEmpty();
  }

  @Test
  void showEveryMessageOnceOverAllPages() {
    var all = new ArrayList<KeptMessage>();
    for (int i = 0; i < 11; i++) {
      // As nodes whose clocks differ would.
      all.add(append(message(room, GUEST, NOON.minusSeconds(i % 3))));
      var _ = said(other);
    }

    var seen = new ArrayList<KeptMessage>();
    Optional<Long> after = Optional.empty();
    do {
      var page = messages().list(room, new PageRequest<>(3, after));
      assertThat(page.items()).hasSizeBetween(1, 3);
      seen.addAll(page.items());
      after = page.next();
    } while (after.isPresent());

    assertThat(seen).containsExactlyElementsOf(all.reversed());
  }

  @Test
  void forgetWhatItsTransactionUndid() {
    var before = said(room);

    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  var _ = said(room);
                  throw new IllegalStateException("on purpose");
                }))
        .hasMessage("on purpose");

    assertThat(messages().lastIn(Set.of(room))).isEqualTo(Map.of(room, 1L));
    var next = said(room);
    assertThat(next.number()).isEqualTo(2);
    assertThat(messages().after(room, 0, MANY)).containsExactly(before, next);
  }

  /** Else somebody who reads by number would pass a lower one that can be seen later. */
  @Test
  void showNoNumberBeforeALowerOne() {
    var read = new ArrayList<Long>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var speaking = new ArrayList<Future<?>>();
      for (int i = 0; i < SPEAKERS; i++) {
        speaking.add(threads.submit(this::speak));
      }
      while (!speaking.stream().allMatch(Future::isDone)) {
        readOn(read);
      }
    }
    readOn(read);

    assertThat(read).isEqualTo(LongStream.rangeClosed(1, ALL).boxed().toList());
  }

  private void speak() {
    for (int i = 0; i < ALL / SPEAKERS; i++) {
      var _ = transactions().inTransaction(() -> said(room));
    }
  }

  private void readOn(List<Long> read) {
    messages()
        .after(room, read.isEmpty() ? 0 : read.getLast(), MANY)
        .forEach(kept -> read.add(kept.number()));
  }

  @Test
  void goWithTheirAuthorAndLeaveTheirNumbers() {
    var alice = aUser().named("alice").build();
    add(alice);
    var author = Author.member(alice.id(), alice.username());
    var before = said(room);
    var _ = append(message(room, author, NOON));
    var after = said(room);
    var _ = append(message(room, author, NOON));

    delete(alice.id());

    assertThat(messages().after(room, 0, MANY)).containsExactly(before, after);
    assertThat(messages().list(room, first(10)).items()).containsExactly(after, before);
    assertThat(messages().lastIn(Set.of(room))).isEqualTo(Map.of(room, 4L));
    assertThat(said(room).number()).isEqualTo(5);
  }

  @Test
  void keepNothingOfAUserWhoIsGone() {
    var stranger = aUser().named("stranger").build();
    var message = message(room, Author.member(stranger.id(), stranger.username()), NOON);

    assertThatThrownBy(() -> messages().append(message)).isInstanceOf(OwnerGone.class);

    assertThat(messages().after(room, 0, MANY)).isEmpty();
    assertThat(said(room).number()).isEqualTo(1);
  }

  @Test
  void forgetTheOldSomeAtATime() {
    for (int i = 0; i < 3; i++) {
      var _ = append(message(i == 0 ? other : room, GUEST, NOON.minusSeconds(1)));
    }
    var kept = said(room);

    assertThat(messages().purge(NOON, 2)).isEqualTo(2);
    assertThat(messages().purge(NOON, 2)).isEqualTo(1);
    assertThat(messages().purge(NOON, 2)).isZero();

    assertThat(List.of(kept)).isEqualTo(messages().after(room, 0, MANY));
    assertThat(messages().lastIn(Set.of(room))).isEqualTo(Map.of(room, 3L));
  }
}
