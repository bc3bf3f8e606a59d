package dev.portico.bootstrap;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.SigningKeys;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.users.port.Users;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.UserId;
import dev.portico.web.access.TokenForge;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestSessions;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Frames as no client of good will sends or reads them. */
class ChatWireTest {

  private static final int TIMEOUT_MS = 30_000;
  private static final int FIN = 0x80;
  private static final int TEXT = 0x1;
  private static final int BINARY = 0x2;
  private static final int CLOSE = 0x8;
  private static final int PING = 0x9;
  private static final int PONG = 0xA;

  private final TestClient client = PorticoOnTestDatabase.client();
  private final String room = uniqueName();
  private final String token = Accounts.registerAndSignIn(client, uniqueName());

  /** A socket in the room, by hand. */
  private final class Peer implements AutoCloseable {

    private final Socket socket = new Socket();
    private final DataInputStream in;

    Peer() throws IOException {
      socket.setReceiveBufferSize(4_096);
      socket.setSoTimeout(TIMEOUT_MS);
      socket.connect(new InetSocketAddress("localhost", PorticoOnTestDatabase.port()));
      in = new DataInputStream(socket.getInputStream());
      var head =
          String.join(
              "\r\n",
              "GET /ws/chat?room=" + room + " HTTP/1.1",
              "Host: localhost",
              "Upgrade: websocket",
              "Connection: Upgrade",
              "Sec-WebSocket-Version: 13",
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
              "Authorization: Bearer " + token,
              "\r\n");
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      var answer = new StringBuilder();
      while (!answer.toString().endsWith("\r\n\r\n")) {
        answer.append((char) in.readUnsignedByte());
      }
      assertThat(answer).startsWith("HTTP/1.1 101");
    }

    /** Sends a frame, masked with zeros: that leaves the payload as it is. */
    Peer send(int firstByte, byte[] payload) throws IOException {
      var frame = ByteBuffer.allocate(payload.length + 8);
      frame.put((byte) firstByte);
      if (payload.length < 126) {
        frame.put((byte) (0x80 | payload.length));
      } else {
        frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
      }
      frame.putInt(0).put(payload);
      socket.getOutputStream().write(frame.array(), 0, frame.position());
      return this;
    }

    /** The next frame: its first byte, and behind it the payload. */
    ByteBuffer receive() throws IOException {
      int first = in.readUnsignedByte();
      int length = in.readUnsignedByte();
      if (length == 126) {
        length = in.readUnsignedShort();
      }
      var payload = new byte[length];
      in.readFully(payload);
      return ByteBuffer.allocate(length + 1).put((byte) first).put(payload).flip();
    }

    /** How many messages come before the end. */
    int receiveAll() throws IOException {
      int count = 0;
      try {
        for (var frame = receive(); firstByte(frame) == (FIN | TEXT); frame = receive()) {
          count++;
        }
      } catch (EOFException | SocketException end) {
        // As good as a close frame.
      }
      return count;
    }

    void expectClose(int code) throws IOException {
      var frame = receive();
      assertThat(firstByte(frame)).isEqualTo(FIN | CLOSE);
      assertThat(frame.getShort()).isEqualTo((short) code);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static int firstByte(ByteBuffer frame) {
    return Byte.toUnsignedInt(frame.get());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("WS-3: closesWhereTextIsNotUtf8")
  void closesWhereTextIsNotUtf8() throws IOException {
    try (var peer = new Peer()) {
      peer.send(FIN | TEXT, new byte[] {'"', (byte) 0xC3, '"'}).expectClose(1007);
    }
  }

  @Test
  @DisplayName("WS-3: putsFragmentsTogether")
  void putsFragmentsTogether() throws IOException {
    var message = bytes("{\"message\":\"" + "é".repeat(500) + "\"}");
    try (var peer = new Peer()) {
      peer.send(TEXT, new byte[] {message[0]});
      for (int i = 1; i < message.length; i++) {
        boolean last = i == message.length - 1;
        peer.send(last ? FIN : 0, new byte[] {message[i]});
      }

      var text = StandardCharsets.UTF_8.decode(peer.receive()).toString();

      assertThat(text).contains("é".repeat(500));
    }
  }

  @Test
  @DisplayName("WS-3: countsFragmentsTogether")
  void countsFragmentsTogether() throws IOException {
    try (var peer = new Peer()) {
      peer.send(TEXT, new byte[10_000]).send(FIN, new byte[10_000]).expectClose(1009);
    }
  }

  /** It would have to hold the connection for ever, if it waited for the answer. */
  @Test
  @DisplayName("WS-5: waitsForNoAnswerToAClosing")
  void waitsForNoAnswerToAClosing() throws IOException {
    try (var peer = new Peer()) {
      peer.send(FIN | BINARY, new byte[1]).expectClose(1003);

      assertThat(peer.in.read()).isEqualTo(-1);
    }
  }

  @Test
  @DisplayName("F20: answersPings")
  void answersPings() throws IOException {
    try (var peer = new Peer()) {
      peer.send(FIN | PING, bytes("still there?"));

      var pong = peer.receive();

      assertThat(firstByte(pong)).isEqualTo(FIN | PONG);
      assertThat(StandardCharsets.UTF_8.decode(pong).toString()).isEqualTo("still there?");
    }
  }

  @Test
  void breaksOffWhereFramesBreakTheRules() throws IOException {
    try (var peer = new Peer()) {
      peer.send(FIN | 0x3, new byte[1]).expectClose(1002);
    }
  }

  /**
   * More than the buffers of two sockets and an outbox hold. The one who speaks is answered all the
   * time; the one who does not read finds what was on its way, and then the end: with a close frame
   * only if that could still be written.
   */
  @Test
  @DisplayName("WS-5: cutsOffASlowClientAndNobodyElse")
  void cutsOffASlowClientAndNobodyElse() throws IOException {
    int messages = 1_000;
    var content = "x".repeat(3_990);
    try (var slow = new Peer();
        var quick = client.websocket("/ws/chat?room=" + room, bearer(token))) {
      for (int i = 0; i < messages; i++) {
        quick.sendJson("message", content + i);
        quick.receiveJson().expectJson("/content", content + i);
      }

      assertThat(slow.receiveAll()).isPositive().isLessThan(messages);
    }
  }

  @Test
  @DisplayName("WS-2: closesASilentSocketWhenItsTokenEnds")
  void closesASilentSocketWhenItsTokenEnds() {
    try (var own = PorticoOnTestDatabase.start(Map.of())) {
      own.runTasks();
      var ownClient = new SocketClient(own.localUrl());
      var name = uniqueName();
      Accounts.registerAndSignIn(ownClient, name);
      var ending = almostExpired(own, idOf(name, own));
      try (var socket = ownClient.websocket("/ws/chat?room=" + room, bearer(ending))) {
        socket.expectClose(1008, Duration.ofSeconds(30));
      }
    }
  }

  private static UserId idOf(String name, RunningPortico own) {
    var found = own.context().getBean(Users.class).credentialsOf(SignInName.of(name));
    return found.orElseThrow().user().id();
  }

  private static String almostExpired(RunningPortico own, UserId user) {
    var beans = own.context();
    return new TokenForge(
            beans.getBean(SigningKeys.class),
            PorticoOnTestDatabase.PUBLIC_URL,
            beans.getBean(InstantSource.class),
            beans.getBean(IdGenerator.class),
            id ->
                TestSessions.begin(
                    beans.getBean(Sessions.class),
                    id,
                    beans.getBean(InstantSource.class).instant()))
        .expiringIn(user, Duration.ofSeconds(3));
  }

  @Test
  void tellsClientsThatTheServiceStops() {
    var own = PorticoOnTestDatabase.start(Map.of());
    try (var socket = new SocketClient(own.localUrl()).websocket("/ws/chat")) {
      own.close();

      socket.expectClose(1001);
    }
  }

  @Test
  void forgetsAClientThatIsGoneWithoutAWord() throws IOException {
    try (var quick = client.websocket("/ws/chat?room=" + room, bearer(token))) {
      new Peer().close();
      for (int i = 0; i < 20; i++) {
        quick.sendJson("message", "Hello");
        quick.receiveJson().expectJson("/content", "Hello");
      }
    }
  }

  @Test
  @DisplayName("HT-1: sendsTheHeadersWith101")
  void sendsTheHeadersWith101() {
    try (var socket = client.websocket("/ws/chat?room=" + room, bearer(token))) {
      assertThat(socket.handshake().header("Strict-Transport-Security")).isPresent();
      assertThat(socket.handshake().header("X-Request-Id")).isPresent();
    }
  }
}
