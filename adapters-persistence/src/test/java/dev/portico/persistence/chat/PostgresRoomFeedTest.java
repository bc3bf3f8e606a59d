package dev.portico.persistence.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.chat.port.Messages;
import dev.portico.application.chat.port.RoomFeed;
import dev.portico.application.chat.port.RoomFeedContract;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.chat.Author;
import dev.portico.domain.chat.ChatMessage;
import dev.portico.domain.chat.KeptMessage;
import dev.portico.domain.chat.MessageText;
import dev.portico.domain.chat.RoomName;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.RowTypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRoomFeedTest extends RoomFeedContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");
  private static final RoomName ROOM = new RoomName("elsewhere.too");
  private static final int MANY = 600;

  /** All of this test's, but the one that cuts them. */
  private static final String CUT =
      "select pg_terminate_backend(pid) from pg_stat_activity"
          + " where datname = current_database() and pid <> pg_backend_pid()";

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase(RowTypes.of(MessageRow.class));

  private final List<PostgresRoomFeed> feeds = new ArrayList<>();

  /** The contract's: nobody elsewhere, so there is no line either. */
  private Optional<PostgresRoomFeed> alone = Optional.empty();

  @Override
  protected synchronized RoomFeed feed() {
    if (alone.isEmpty()) {
      alone = Optional.of(new PostgresRoomFeed(messages(), fresh.database()));
    }
    return alone.get();
  }

  @Override
  protected Messages messages() {
    return new JpaMessages(fresh.context());
  }

  /** Another node. */
  private PostgresRoomFeed node() {
    var feed = new PostgresRoomFeed(messages(), fresh.database());
    feed.start();
    feeds.add(feed);
    return feed;
  }

  @AfterEach
  void stop() {
    feeds.forEach(PostgresRoomFeed::stop);
  }

  private KeptMessage kept(int number) {
    var message =
        new ChatMessage(
            new UUID(7, number),
            ROOM,
            new Author("guest-0007", Optional.empty()),
            new MessageText("x".repeat(4_000)),
            NOON);
    return new KeptMessage(messages().append(message), message);
  }

  /** The connections of the pool are cut as well. */
  private KeptMessage keptAtLast(int number) {
    while (true) {
      try {
        return kept(number);
      } catch (Unavailable cut) {
        // The pool makes others.
      }
    }
  }

  private static void expect(BlockingQueue<ChatMessage> heard, KeptMessage kept)
      throws InterruptedException {
    assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(kept.message());
  }

  @Test
  void carriesWhatIsSaidOnAnotherNode() throws InterruptedException {
    var heard = new LinkedBlockingQueue<ChatMessage>();
    var here = node();
    var there = node();
    var _ = there.subscribe(ROOM, heard::add);

    for (int i = 0; i < 10; i++) {
      var kept = kept(i);
      (i % 2 == 0 ? here : there).publish(kept);
      expect(heard, kept);
    }

    assertThat(heard).isEmpty();
  }

  /** Nobody is left to say that there is something. */
  @Test
  void carriesWhatWasSaidByANodeThatDied() throws InterruptedException {
    var heard = new LinkedBlockingQueue<ChatMessage>();
    var _ = node().subscribe(ROOM, heard::add);

    expect(heard, kept(1));
  }

  /** As where a standby takes over that did not have all of it. */
  @Test
  void goesOnWhereTheNumbersWentBack() throws InterruptedException {
    var heard = new LinkedBlockingQueue<ChatMessage>();
    var node = node();
    var _ = node.subscribe(ROOM, heard::add);
    for (int i = 0; i < 3; i++) {
      expect(heard, kept(i));
    }
    fresh.execute("update chat_rooms set last_number = 1");
    fresh.execute("delete from chat_messages where number > 1");
    node.catchUp();

    expect(heard, kept(9));
  }

  @Test
  void missesNothingWhereItIsCutOff() throws InterruptedException {
    var heard = new LinkedBlockingQueue<ChatMessage>();
    var _ = node().subscribe(ROOM, heard::add);
    var all = new ArrayList<KeptMessage>();
    all.add(kept(0));
    expect(heard, all.getFirst());

    fresh.execute(CUT);
    for (int i = 1; i < MANY; i++) {
      all.add(keptAtLast(i));
    }

    for (var kept : all.subList(1, MANY)) {
      expect(heard, kept);
    }
    var last = kept(MANY);
    expect(heard, last);
    assertThat(heard).isEmpty();
  }
}
