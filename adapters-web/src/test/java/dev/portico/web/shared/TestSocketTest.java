package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a socket tells a test that expects something else of it. */
class TestSocketTest {

  private final Inbox inbox = new Inbox();
  private final List<String> sent = new ArrayList<>();
  private final TestSocket socket =
      new TestSocket("/ws/chat", new TestResponse(101, Map.of(), new byte[0]), inbox, new Link());

  private final class Link implements TestSocket.Link {

    @Override
    public void sendText(String text) {
      sent.add(text);
    }

    @Override
    public void sendBinary(byte[] bytes) {
      sent.add(bytes.length + " bytes");
    }

    @Override
    public void close() {
      sent.add("close");
      inbox.closed(1000, "");
    }

    @Override
    public Duration patience() {
      return Duration.ofMillis(20);
    }

    @Override
    public Duration latency() {
      return Duration.ZERO;
    }
  }

  private static void expectFailure(ThrowingCallable step, String message) {
    assertThatThrownBy(step).isInstanceOf(AssertionError.class).hasMessage(message);
  }

  @Test
  void sendsWhatItIsGiven() {
    socket.sendJson("message", "Hello", "n", 1).sendText("x").sendBinary(new byte[3]);

    assertThat(sent).containsExactly("{\"message\":\"Hello\",\"n\":1}", "x", "3 bytes");
  }

  @Test
  void receivesInOrder() {
    inbox.frame("{\"a\":1}");
    inbox.frame("b");

    socket.receiveJson().expectJson("/a", 1).expectMembers("a");
    assertThat(socket.receiveText()).isEqualTo("b");
    socket.close();
  }

  @Test
  void waitsForAFrameOfAnotherThread() throws InterruptedException {
    var sender = Thread.ofVirtual().start(() -> inbox.frame("late"));

    assertThat(socket.receiveText(Duration.ofSeconds(20))).isEqualTo("late");
    sender.join();
  }

  @Test
  void saysWhatIsMissing() {
    expectFailure(
        socket::receiveJson,
        """
        a JSON frame was awaited on /ws/chat for 20 ms and did not come
          read before: nothing
          the socket is open\
        """);
  }

  @Test
  void saysWhatCameBefore() {
    inbox.frame("one");
    inbox.frame("x".repeat(400));
    socket.receiveText();
    socket.receiveText();

    expectFailure(
        () -> socket.receiveText(Duration.ofSeconds(0)),
        """
        a frame was awaited on /ws/chat for 0 s and did not come
          read before: 2 frames
            1. one
            2. %s… (400 characters)
          the socket is open\
        """
            .formatted("x".repeat(300)));
  }

  @Test
  void saysThatTheSocketWasClosed() {
    inbox.closed(1008, "no longer good");

    expectFailure(
        () -> socket.receiveJson(Duration.ofSeconds(20)),
        """
        a JSON frame was awaited on /ws/chat for 20 s and did not come
          read before: nothing
          the socket was closed with 1008 (no longer good)\
        """);
  }

  @Test
  void saysThatAFrameIsNoJson() {
    inbox.frame("Hello");

    expectFailure(socket::receiveJson, "no JSON in a frame on /ws/chat: Hello");
  }

  @Test
  void saysWhatCameWhereNothingWasTo() {
    socket.assertNoMessage();
    inbox.frame("Hello");

    expectFailure(
        socket::assertNoMessage,
        """
        nothing was to come on /ws/chat, but something did
          read before: 1 frame
            1. Hello
          the socket is open\
        """);
  }

  @Test
  void saysThatItWasNotClosed() {
    expectFailure(
        () -> socket.expectClose(1008),
        """
        /ws/chat was to be closed with 1008 within 20 ms
          read before: nothing
          the socket is open\
        """);
  }

  @Test
  void saysThatItWasClosedOtherwise() {
    inbox.closed(1011, "");

    expectFailure(
        () -> socket.expectClose(1008),
        """
        /ws/chat was to be closed with 1008 within 20 ms
          read before: nothing
          the socket was closed with 1011\
        """);
  }

  @Test
  void expectsNoFrameBeforeTheClosing() {
    inbox.frame("Hello");
    inbox.closed(1008, "");

    expectFailure(
        () -> socket.expectClose(1008),
        """
        /ws/chat was to be closed with 1008 within 20 ms
          read before: nothing
          unread: 1 frame
            1. Hello
          the socket was closed with 1008\
        """);
  }

  @Test
  void namesFramesThatNobodyReceived() {
    inbox.frame("read");
    inbox.frame("unread");
    socket.receiveText();

    expectFailure(
        socket::close,
        """
        /ws/chat is closed with frames unread; receive them, or close it by closeQuietly()
          read before: 1 frame
            1. read
          unread: 1 frame
            1. unread
          the socket was closed with 1000\
        """);
    assertThat(sent).containsExactly("close");
  }

  @Test
  void namesAClosingThatNobodyExpected() {
    inbox.closed(1011, "a mistake");

    expectFailure(
        socket::close,
        """
        /ws/chat was closed by the service, which no expectClose() said
          read before: nothing
          the socket was closed with 1011 (a mistake)\
        """);
  }

  @Test
  void closesWithoutAWordWhereAllWasExpected() {
    inbox.closed(1008, "");

    socket.expectClose(1008);
    socket.close();
    socket.close();

    assertThat(sent).containsExactly("close");
  }

  @Test
  void closesQuietlyWhateverIsLeft() {
    inbox.frame("unread");

    socket.closeQuietly();
    socket.close();

    assertThat(sent).containsExactly("close");
  }

  @Test
  void sendsNothingToAClosedSocket() {
    inbox.closed(1008, "");

    expectFailure(
        () -> socket.sendText("x"),
        """
        nothing can be sent any more on /ws/chat
          read before: nothing
          the socket was closed with 1008\
        """);
  }

  @Test
  void showsTheLastFramesOfMany() {
    for (int i = 1; i <= 12; i++) {
      inbox.frame("frame " + i);
    }

    assertThat(inbox.describe())
        .contains("unread: 12 frames, the last 10 of them", "3. frame 3", "12. frame 12")
        .doesNotContain("2. frame 2\n");
  }

  @Test
  void saysWhyAHandshakeWasRefused() {
    assertThatThrownBy(() -> new WebWorld().client().websocket("/ws/chat?room=members"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("the handshake at /ws/chat?room=members was refused: 401 {")
        .hasMessageContaining("Guests may join the lobby only");
  }

  @Test
  void saysThatAHandshakeWasNotRefused() {
    var world = new WebWorld();
    expectFailure(
        () ->
            world
                .client()
                .refusedWebsocket(
                    "/ws/chat?room=members", ServiceUnderTest.bearer(world.newToken())),
        "the handshake at /ws/chat?room=members was to be refused");
  }
}
