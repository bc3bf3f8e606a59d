package dev.portico.web.notifications;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;

/**
 * Plain sockets that can be closed from outside, whatever is layered upon them or waits for them.
 */
final class ClosableSockets extends SocketFactory {

  private final List<Socket> made = new ArrayList<>();
  private boolean closed;

  @Override
  public synchronized Socket createSocket() throws IOException {
    if (closed) {
      throw new IOException("too late");
    }
    var socket = new Socket();
    made.add(socket);
    return socket;
  }

  /** Ends all that goes on, and lets nothing begin. */
  synchronized void close() {
    closed = true;
    for (var socket : made) {
      try {
        socket.close();
      } catch (IOException alreadyBroken) {
        // Then nobody waits for it either.
      }
    }
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw notConnected();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw notConnected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw notConnected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw notConnected();
  }

  private static UnsupportedOperationException notConnected() {
    return new UnsupportedOperationException("connecting without a limit of time");
  }
}
