package dev.portico.web.shared;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A client's end of a WebSocket on a real connection (RFC 6455, section 5). The JDK's client would
 * do the framing as well, but shows nothing of the answer to the handshake.
 */
final class WireLink implements TestSocket.Link {

  private static final int TEXT = 0x1;
  private static final int BINARY = 0x2;
  private static final int CLOSE = 0x8;
  private static final int PING = 0x9;
  private static final int PONG = 0xA;
  private static final int FIN = 0x80;
  private static final int MASKED = 0x80;
  private static final int ABNORMAL = 1006;
  private static final int NO_CODE = 1005;
  private static final Duration CLOSING_PATIENCE = Duration.ofSeconds(2);

  private final Socket socket;
  private final DataInputStream in;
  private final Inbox inbox;

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Frame(boolean last, int opcode, byte[] payload) {}

  WireLink(Socket socket, DataInputStream in, Inbox inbox) {
    this.socket = socket;
    this.in = in;
    this.inbox = inbox;
  }

  /** Begins to read what the service sends. */
  void start() {
    Thread.ofVirtual().name("test-socket").start(this::readAll);
  }

  private void readAll() {
    try (socket) {
      // A close is waited for by the test, not by the connection.
      socket.setSoTimeout(0);
      var message = new byte[0];
      while (true) {
        var frame = readFrame();
        switch (frame.opcode()) {
          case CLOSE -> {
            answerClose(frame.payload());
            return;
          }
          case PING -> send(PONG, frame.payload());
          case PONG -> {}
          default -> {
            message = joined(message, frame.payload());
            if (frame.last()) {
              inbox.frame(new String(message, StandardCharsets.UTF_8));
              message = new byte[0];
            }
          }
        }
      }
    } catch (IOException | UncheckedIOException lost) {
      inbox.closed(ABNORMAL, "the connection was lost");
    }
  }

  private static byte[] joined(byte[] start, byte[] end) {
    var whole = Arrays.copyOf(start, start.length + end.length);
    System.arraycopy(end, 0, whole, start.length, end.length);
    return whole;
  }

  private Frame readFrame() throws IOException {
    int first = in.readUnsignedByte();
    int second = in.readUnsignedByte();
    if ((second & MASKED) != 0 || (first & 0x70) != 0) {
      throw new EOFException("the service broke the rules of frames");
    }
    long length =
        switch (second) {
          case 126 -> in.readUnsignedShort();
          case 127 -> in.readLong();
          default -> second;
        };
    var payload = new byte[Math.toIntExact(length)];
    in.readFully(payload);
    return new Frame((first & FIN) != 0, first & 0xF, payload);
  }

  private void answerClose(byte[] payload) {
    var bytes = ByteBuffer.wrap(payload);
    int code = payload.length < 2 ? NO_CODE : Short.toUnsignedInt(bytes.getShort());
    inbox.closed(code, StandardCharsets.UTF_8.decode(bytes).toString());
    try {
      send(CLOSE, Arrays.copyOf(payload, Math.min(payload.length, 2)));
    } catch (UncheckedIOException gone) {
      // It need not wait for our answer.
    }
  }

  @Override
  public void sendText(String text) {
    send(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void sendBinary(byte[] bytes) {
    send(BINARY, bytes);
  }

  private synchronized void send(int opcode, byte[] payload) {
    var frame = ByteBuffer.allocate(payload.length + 14);
    frame.put((byte) (FIN | opcode));
    if (payload.length < 126) {
      frame.put((byte) (MASKED | payload.length));
    } else if (payload.length < 1 << 16) {
      frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
    } else {
      frame.put((byte) (MASKED | 127)).putLong(payload.length);
    }
    var mask = new byte[4];
    ThreadLocalRandom.current().nextBytes(mask);
    frame.put(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ mask[i % 4]));
    }
    try {
      socket.getOutputStream().write(frame.array(), 0, frame.position());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public void close() {
    try (socket) {
      if (inbox.closing().isEmpty()) {
        send(CLOSE, new byte[] {1000 >> 8, (byte) 1000});
        inbox.awaitEnd(CLOSING_PATIENCE);
      }
    } catch (IOException | UncheckedIOException gone) {
      // Which is what was wanted.
    }
  }

  /** More than in memory: a busy machine keeps a connection waiting for seconds. */
  @Override
  public Duration patience() {
    return Duration.ofSeconds(10);
  }

  @Override
  public Duration latency() {
    return Duration.ofMillis(200);
  }
}
