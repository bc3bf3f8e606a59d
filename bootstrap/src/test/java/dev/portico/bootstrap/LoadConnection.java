package dev.portico.bootstrap;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A kept-alive connection that sends bytes and reads answers, at next to no cost of its own. Where
 * the server has said that it ends with an answer, the next request goes over a new one.
 */
final class LoadConnection implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;

  private final URI service;
  private Socket socket;
  private InputStream in;
  private boolean ends;

  LoadConnection(URI service) throws IOException {
    this.service = service;
    socket = connect(service);
    in = input(socket);
  }

  private static Socket connect(URI service) throws IOException {
    var socket = new Socket(service.getHost(), service.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static InputStream input(Socket socket) throws IOException {
    return new BufferedInputStream(socket.getInputStream(), 16_384);
  }

  /** An answer; the head has its lines as they came. */
  record Answer(int status, String head, String body) {}

  Answer ask(byte[] request) throws IOException {
    if (ends) {
      socket.close();
      socket = connect(service);
      in = input(socket);
    }
    socket.getOutputStream().write(request);
    var head = new StringBuilder(512);
    for (var line = line(); !line.isEmpty(); line = line()) {
      head.append(line).append('\n');
    }
    var text = head.toString();
    var lower = text.toLowerCase(Locale.ROOT);
    ends = lower.contains("\nconnection: close");
    int status = Integer.parseInt(text.substring(9, 12));
    return new Answer(status, text, new String(body(lower), StandardCharsets.UTF_8));
  }

  private byte[] body(String lower) throws IOException {
    int length = lower.indexOf("\ncontent-length:");
    if (length >= 0) {
      int from = length + "\ncontent-length:".length();
      return in.readNBytes(
          Integer.parseInt(lower.substring(from, lower.indexOf('\n', from)).trim()));
    }
    return lower.contains("\ntransfer-encoding: chunked") ? chunks() : new byte[0];
  }

  private byte[] chunks() throws IOException {
    var all = new ByteArrayOutputStream();
    for (int size = size(); size > 0; size = size()) {
      all.write(in.readNBytes(size));
      line();
    }
    line();
    return all.toByteArray();
  }

  private int size() throws IOException {
    return Integer.parseInt(line().trim(), 16);
  }

  private String line() throws IOException {
    var line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("The connection ended within an answer.");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
