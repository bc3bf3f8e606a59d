package dev.portico.application.chat.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.chat.Author;
import dev.portico.domain.chat.ChatMessage;
import dev.portico.domain.chat.KeptMessage;
import dev.portico.domain.chat.MessageText;
import dev.portico.domain.chat.RoomName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What every feed of rooms promises. */
public abstract class RoomFeedContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");
  private static final int SPEAKERS = 8;
  private static final int MESSAGES_EACH = 25;

  private final RoomName room = new RoomName("room");
  private final AtomicLong count = new AtomicLong();

  protected abstract RoomFeed feed();

  /** What the feed carries. */
  protected abstract Messages messages();

  private ChatMessage message(RoomName where) {
    return new ChatMessage(
        new UUID(0, count.incrementAndGet()),
        where,
        new Author("guest-0007", Optional.empty()),
        new MessageText("Hello"),
        NOON);
  }

  private ChatMessage said(RoomName where) {
    var kept = kept(where);
    feed().publish(kept);
    return kept.message();
  }

  /** What is there, and nobody has said so yet. */
  private KeptMessage kept(RoomName where) {
    var message = message(where);
    return new KeptMessage(messages().append(message), message);
  }

  /** Somebody who listens in a room, and what was heard there, in order. */
  private final class Ear implements RoomFeed.Listener {

    private final BlockingQueue<ChatMessage> heard = new LinkedBlockingQueue<>();
    private final RoomFeed.Subscription subscription;

    Ear(RoomName where) {
      subscription = feed().subscribe(where, this);
    }

    @Override
    public void hear(ChatMessage message) {
      heard.add(message);
    }

    List<ChatMessage> hears(int number) {
      var messages = new ArrayList<ChatMessage>();
      try {
        while (messages.size() < number) {
          var next = heard.poll(10, TimeUnit.SECONDS);
          assertThat(next).as("after %d of %d messages", messages.size(), number).isNotNull();
          messages.add(next);
        }
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
      return messages;
    }

    /** Nothing but this comes, which was said last: what came before it would be heard first. */
    void hearsOnly(ChatMessage... messages) {
      assertThat(hears(messages.length)).containsExactly(messages);
      assertThat(heard).isEmpty();
    }
  }

  @Test
  void carriesAMessageToEveryoneInTheRoom() {
    var one = new Ear(room);
    var other = new Ear(room);

    var message = said(room);

    one.hearsOnly(message);
    other.hearsOnly(message);
  }

  @Test
  void carriesNothingToAnotherRoom() {
    var elsewhere = new Ear(new RoomName("elsewhere"));
    var here = new Ear(room);

    var message = said(room);
    var last = said(new RoomName("elsewhere"));

    here.hearsOnly(message);
    elsewhere.hearsOnly(last);
  }

  @Test
  void repeatsNothingToWhoComesLater() {
    var _ = said(room);
    var late = new Ear(room);

    late.hearsOnly(said(room));
  }

  @Test
  void carriesWhatNobodyPublishedWithTheNext() {
    var ear = new Ear(room);
    var unpublished = kept(room);

    var next = said(room);

    ear.hearsOnly(unpublished.message(), next);
  }

  @Test
  void carriesEachOnceInTheOrderOfNumbers() {
    var ear = new Ear(room);
    var one = kept(room);
    var two = kept(room);
    feed().publish(two);
    feed().publish(one);
    feed().publish(two);

    ear.hearsOnly(one.message(), two.message(), said(room));
  }

  @Test
  void repeatsNothingThatWasNotPublishedYet() {
    var early = new Ear(room);
    var before = kept(room);
    var late = new Ear(room);

    var after = said(room);

    early.hearsOnly(before.message(), after);
    late.hearsOnly(after);
  }

  @Test
  void carriesNothingToWhoHasLeft() {
    var gone = new Ear(room);
    var there = new Ear(room);
    gone.subscription.end();
    gone.subscription.end();

    there.hearsOnly(said(room));

    assertThat(gone.heard).isEmpty();
  }

  @Test
  void endsOnePlaceOfAListenerWhoHasTwo() {
    var ear = new Ear(room);
    var second = feed().subscribe(room, ear);

    second.end();

    ear.hearsOnly(said(room));
  }

  @Test
  void goesOnWhereTheLastOneLeft() {
    new Ear(room).subscription.end();
    var next = new Ear(room);

    next.hearsOnly(said(room));
  }

  @Test
  void carriesOnWhereAListenerThrows() {
    var _ =
        feed()
            .subscribe(
                room,
                _ -> {
                  throw new IllegalStateException("on purpose");
                });
    var other = new Ear(room);

    other.hearsOnly(said(room));
  }

  @Test
  void letsAListenerLeaveWhileItHears() {
    var leaving = new ArrayList<RoomFeed.Subscription>();
    leaving.add(feed().subscribe(room, _ -> leaving.getFirst().end()));
    var other = new Ear(room);

    var message = said(room);

    other.hearsOnly(message, said(room));
  }

  @Test
  void keepsOneOrderForAllInTheRoom() {
    var ears = List.of(new Ear(room), new Ear(room), new Ear(room));

    var bySpeaker = speakAtOnce();

    var order = ears.getFirst().hears(SPEAKERS * MESSAGES_EACH);
    for (var ear : ears.subList(1, ears.size())) {
      assertThat(ear.hears(SPEAKERS * MESSAGES_EACH)).isEqualTo(order);
    }
    for (var spoken : bySpeaker) {
      assertThat(order).containsSubsequence(spoken);
    }
  }

  private List<List<ChatMessage>> speakAtOnce() {
    var bySpeaker = new ArrayList<List<ChatMessage>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < SPEAKERS; i++) {
        var spoken = new ArrayList<ChatMessage>();
        bySpeaker.add(spoken);
        threads.execute(() -> {
          for (int j = 0; j < MESSAGES_EACH; j++) {
            spoken.add(said(room));
          }
        });
      }
    }
    return bySpeaker;
  }

  @Test
  void missesNothingWhileOthersComeAndGo() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < SPEAKERS; i++) {
        threads.execute(() -> {
          for (int j = 0; j < MESSAGES_EACH; j++) {
            var ear = new Ear(room);
            var message = said(room);
            while (!ear.hears(1).contains(message)) {
              // Somebody else's, said meanwhile.
            }
            ear.subscription.end();
          }
        });
      }
    }
  }
}
