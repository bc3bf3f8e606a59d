package dev.portico.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

class OutboxTest {

  private final List<String> written = new CopyOnWriteArrayList<>();
  private final List<Integer> closings = new CopyOnWriteArrayList<>();
  private final AtomicInteger writing = new AtomicInteger();
  private final CountDownLatch free = new CountDownLatch(1);
  private final CountDownLatch stuck = new CountDownLatch(1);
  private boolean slow;
  private boolean gone;

  /** A session of which no more is asked than an outbox may ask. */
  private final WebSocketSession session =
      (WebSocketSession)
          Proxy.newProxyInstance(
              OutboxTest.class.getClassLoader(),
              new Class<?>[] {WebSocketSession.class},
              (_, method, arguments) -> {
                switch (method.getName()) {
                  case "sendMessage" -> write((TextMessage) arguments[0]);
                  case "close" -> closings.add(((CloseStatus) arguments[0]).getCode());
                  default -> throw new UnsupportedOperationException(method.getName());
                }
                return null;
              });

  private void write(TextMessage message) throws IOException, InterruptedException {
    if (gone) {
      throw new IOException("gone");
    }
    assertThat(writing.incrementAndGet()).isEqualTo(1);
    if (slow) {
      stuck.countDown();
      free.await();
    }
    written.add(message.getPayload());
    writing.decrementAndGet();
  }

  private Outbox outbox(Executor threads) {
    var outbox = new Outbox(threads);
    outbox.open(session);
    return outbox;
  }

  @Test
  void writesInOrderAndOneAtATime() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outbox = outbox(threads);
      IntStream.range(0, 1_000).forEach(i -> outbox.send(new TextMessage(Integer.toString(i))));
    }

    assertThat(written)
        .containsExactlyElementsOf(IntStream.range(0, 1_000).mapToObj(Integer::toString).toList());
    assertThat(closings).isEmpty();
  }

  @Test
  @DisplayName("WS-5: letsNobodyWaitForASlowClient")
  void letsNobodyWaitForASlowClient() throws InterruptedException {
    slow = true;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outbox = outbox(threads);
      outbox.send(new TextMessage("1"));
      stuck.await();

      outbox.send(new TextMessage("2"));
      outbox.send(new TextMessage("3"));

      assertThat(written).isEmpty();
      free.countDown();
    }
    assertThat(written).containsExactly("1", "2", "3");
  }

  @Test
  @DisplayName("WS-5: cutsOffWhoIsTooFarBehind")
  void cutsOffWhoIsTooFarBehind() throws InterruptedException {
    slow = true;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outbox = outbox(threads);
      outbox.send(new TextMessage("first"));
      stuck.await();
      var large = new TextMessage("x".repeat(Outbox.MAX_BYTES / 4));
      IntStream.range(0, 4).forEach(_ -> outbox.send(large));
      assertThat(outbox.isClosed()).isFalse();

      outbox.send(new TextMessage("one too many"));
      outbox.send(new TextMessage("and another"));

      assertThat(outbox.isClosed()).isTrue();
      free.countDown();
    }
    assertThat(closings).containsExactly(1013);
    assertThat(written).containsExactly("first");
  }

  @Test
  void countsTheBytesOfWhatWaits() throws InterruptedException {
    slow = true;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outbox = outbox(threads);
      outbox.send(new TextMessage("first"));
      stuck.await();

      outbox.send(new TextMessage("é".repeat(Outbox.MAX_BYTES / 2)));
      assertThat(outbox.isClosed()).isFalse();
      outbox.send(new TextMessage("x"));

      assertThat(outbox.isClosed()).isTrue();
      free.countDown();
    }
  }

  @Test
  void hasRoomAgainForWhatWasWritten() {
    var outbox = outbox(Runnable::run);

    IntStream.range(0, 100)
        .forEach(_ -> outbox.send(new TextMessage("x".repeat(Outbox.MAX_BYTES))));

    assertThat(written).hasSize(100);
    assertThat(closings).isEmpty();
  }

  @Test
  void closesWhereAWriteFails() {
    gone = true;
    var outbox = outbox(Runnable::run);

    outbox.send(new TextMessage("x"));
    outbox.send(new TextMessage("y"));

    assertThat(closings).containsExactly(1013);
  }

  @Test
  void closesOnceAndWritesNothingMore() {
    var outbox = outbox(Runnable::run);

    outbox.close(CloseStatus.POLICY_VIOLATION);
    outbox.close(CloseStatus.NOT_ACCEPTABLE);
    outbox.send(new TextMessage("x"));

    assertThat(closings).containsExactly(1008);
    assertThat(written).isEmpty();
  }

  @Test
  void keepsFramesUntilTheSocketIsOpen() {
    var outbox = new Outbox(Runnable::run);
    outbox.send(new TextMessage("1"));
    outbox.send(new TextMessage("2"));
    assertThat(written).isEmpty();

    outbox.open(session);
    outbox.send(new TextMessage("3"));

    assertThat(written).containsExactly("1", "2", "3");
  }

  @Test
  void closesASocketThatOpensTooLate() {
    var outbox = new Outbox(Runnable::run);
    outbox.send(new TextMessage("x"));
    outbox.close(CloseStatus.POLICY_VIOLATION);

    outbox.open(session);

    assertThat(closings).containsExactly(1008);
    assertThat(written).isEmpty();
  }
}
