package dev.portico.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Many people in the rooms, on one thread: it costs so little itself that what is measured is the
 * service. Pings are answered.
 */
final class ChatCrowd implements AutoCloseable {

  private static final int FIN = 0x80;
  private static final int CONTINUATION = 0x0;
  private static final int TEXT = 0x1;
  private static final int CLOSE = 0x8;
  private static final int PING = 0x9;
  private static final int PONG = 0xA;

  /** One of them. */
  static final class Person {

    private final SocketChannel channel;
    private final Consumer<String> listener;
    private ByteBuffer in = ByteBuffer.allocate(512);
    private byte[] message = new byte[0];
    private volatile boolean gone;

    private Person(SocketChannel channel, Consumer<String> listener) {
      this.channel = channel;
      this.listener = listener;
    }

    boolean isGone() {
      return gone;
    }

    void say(String text) {
      var json = "{\"message\":\"" + text + "\"}";
      send(TEXT, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Masked with zeros: that leaves the payload as it is. */
    private synchronized void send(int opcode, byte[] payload) {
      var frame = ByteBuffer.allocate(payload.length + 8).put((byte) (FIN | opcode));
      if (payload.length < 126) {
        frame.put((byte) (0x80 | payload.length));
      } else {
        frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
      }
      frame.putInt(0).put(payload).flip();
      try {
        while (frame.hasRemaining()) {
          channel.write(frame);
        }
      } catch (IOException failure) {
        gone = true;
      }
    }

    private void read() throws IOException {
      int count = channel.read(in);
      if (count < 0) {
        throw new IOException("the end");
      }
      in.flip();
      while (readFrame()) {
        // As many as there are.
      }
      if (in.limit() == in.capacity() && in.position() == 0) {
        in = ByteBuffer.allocate(2 * in.capacity()).put(in);
      } else {
        in.compact();
      }
    }

    private boolean readFrame() throws IOException {
      if (in.remaining() < 2) {
        return false;
      }
      int begin = in.position();
      int first = in.get(begin);
      int length = in.get(begin + 1);
      int head = 2;
      if (length == 126) {
        if (in.remaining() < 4) {
          return false;
        }
        length = Short.toUnsignedInt(in.getShort(begin + 2));
        head = 4;
      }
      if (in.remaining() < head + length) {
        return false;
      }
      var payload = new byte[length];
      in.position(begin + head).get(payload);
      take(first, payload);
      return true;
    }

    private void take(int first, byte[] payload) throws IOException {
      switch (first & 0xF) {
        case PING -> send(PONG, payload);
        case CLOSE -> throw new IOException("closed " + ByteBuffer.wrap(payload).getShort());
        case TEXT, CONTINUATION -> {
          int before = message.length;
          message = Arrays.copyOf(message, before + payload.length);
          System.arraycopy(payload, 0, message, before, payload.length);
          if ((first & FIN) != 0) {
            listener.accept(new String(message, StandardCharsets.UTF_8));
            message = new byte[0];
          }
        }
        default -> {}
      }
    }
  }

  private final Selector selector;
  private final Thread thread;
  private final List<Person> people = new ArrayList<>();
  private volatile boolean closed;

  ChatCrowd() {
    try {
      selector = Selector.open();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    thread = Thread.ofPlatform().name("crowd").start(this::listen);
  }

  /** Somebody who comes into a room; a guest if the token is empty. */
  Person join(URI service, String room, String token, Consumer<String> listener) {
    try {
      var channel = SocketChannel.open(new InetSocketAddress(service.getHost(), service.getPort()));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      var head =
          String.join(
              "\r\n",
              "GET /ws/chat?room=" + room + " HTTP/1.1",
              "Host: localhost",
              "Upgrade: websocket",
              "Connection: Upgrade",
              "Sec-WebSocket-Version: 13",
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
              token.isEmpty() ? "Accept: */*" : "Authorization: Bearer " + token,
              "\r\n");
      channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
      readHead(channel);
      var person = new Person(channel, listener);
      channel.configureBlocking(false);
      people.add(person);
      var _ = channel.register(selector, SelectionKey.OP_READ, person);
      var _ = selector.wakeup();
      return person;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void readHead(SocketChannel channel) throws IOException {
    var answer = new StringBuilder();
    var one = ByteBuffer.allocate(1);
    while (!answer.toString().endsWith("\r\n\r\n")) {
      if (channel.read(one.clear()) < 0) {
        throw new IOException("refused: " + answer);
      }
      answer.append((char) one.get(0));
    }
    if (!answer.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException("refused: " + answer);
    }
  }

  private void listen() {
    try {
      while (!closed) {
        var _ = selector.select(ChatCrowd::readFrom);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void readFrom(SelectionKey key) {
    var person = (Person) key.attachment();
    try {
      person.read();
    } catch (IOException end) {
      person.gone = true;
      key.cancel();
    }
  }

  /** How many were cut off. */
  long gone() {
    return people.stream().filter(Person::isGone).count();
  }

  @Override
  public void close() {
    closed = true;
    var _ = selector.wakeup();
    try {
      thread.join();
      for (var person : people) {
        person.channel.close();
      }
      selector.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
