package dev.portico.web.shared;

import dev.portico.application.shared.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads request bodies, counted as they come in, so that a chunked one cannot outgrow the limit.
 * Only so many large ones are in memory at once: what a client may cost does not grow with the
 * number of clients.
 */
final class RequestBodies {

  /** What any number of requests may have, in bytes. */
  private static final int SMALL_BYTES = 64 << 10;

  private static final int LARGE_AT_ONCE = 8;
  private static final int PATIENCE_SECONDS = 2;
  private static final String BODY = RequestBodies.class.getName() + ".body";
  private static final String PLACE = RequestBodies.class.getName() + ".place";

  private final Semaphore places = new Semaphore(LARGE_AT_ONCE);

  /**
   * The whole body, however often it is asked for.
   *
   * @throws Refusal if it is too large, or does not come in as it should
   * @throws Unavailable if too many others are sending large ones
   */
  byte[] of(HttpServletRequest request) {
    if (request.getAttribute(BODY) instanceof byte[] read) {
      return read;
    }
    byte[] body;
    try {
      body = read(request);
    } catch (IOException brokenOff) {
      // The client went away, was too slow, or broke the rules of chunks; nothing of ours failed.
      throw RequestText.malformed("The body broke off").with("Connection", "close");
    }
    request.setAttribute(BODY, body);
    return body;
  }

  private byte[] read(HttpServletRequest request) throws IOException {
    InputStream in = request.getInputStream();
    byte[] start = in.readNBytes(SMALL_BYTES);
    if (start.length < SMALL_BYTES) {
      return start;
    }
    takePlace(request);
    byte[] rest = in.readNBytes(RequestGuard.MAX_BODY_BYTES + 1 - SMALL_BYTES);
    if (SMALL_BYTES + rest.length > RequestGuard.MAX_BODY_BYTES) {
      throw RequestGuard.tooLarge();
    }
    byte[] body = Arrays.copyOf(start, SMALL_BYTES + rest.length);
    System.arraycopy(rest, 0, body, SMALL_BYTES, rest.length);
    return body;
  }

  private void takePlace(HttpServletRequest request) {
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Unavailable("too many large request bodies at once");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted while a large request body waited", interrupted);
    }
    request.setAttribute(PLACE, true);
  }

  /** To be called once the request is answered: its body is needed no more. */
  void release(HttpServletRequest request) {
    if (request.getAttribute(PLACE) != null) {
      request.removeAttribute(PLACE);
      places.release();
    }
  }
}
