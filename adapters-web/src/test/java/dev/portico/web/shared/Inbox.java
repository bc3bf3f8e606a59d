package dev.portico.web.shared;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What came in by a socket, in order, and how much of it a test has read. */
final class Inbox {

  private static final int SHOWN_FRAMES = 10;
  private static final int SHOWN_CHARACTERS = 300;

  /** How a socket was closed. */
  record Closing(int code, String reason) {

    @Override
    public String toString() {
      return reason.isEmpty() ? Integer.toString(code) : code + " (" + reason + ")";
    }
  }

  private final List<String> read = new ArrayList<>();
  private final Deque<String> unread = new ArrayDeque<>();
  private Optional<Closing> closing = Optional.empty();

  synchronized void frame(String text) {
    unread.add(text);
    notifyAll();
  }

  /** Only the first counts: what follows is an answer to it. */
  synchronized void closed(int code, String reason) {
    if (closing.isEmpty()) {
      closing = Optional.of(new Closing(code, reason));
      notifyAll();
    }
  }

  /** The next frame; empty if none comes in time, or none can come any more. */
  synchronized Optional<String> take(Duration patience) {
    await(patience, () -> !unread.isEmpty() || closing.isPresent());
    var next = Optional.ofNullable(unread.poll());
    next.ifPresent(read::add);
    return next;
  }

  /** How the socket is closed; empty if it is not in time, or a frame comes instead. */
  synchronized Optional<Closing> awaitClosing(Duration patience) {
    await(patience, () -> !unread.isEmpty() || closing.isPresent());
    return unread.isEmpty() ? closing : Optional.empty();
  }

  /** Waits for the socket to be closed, whatever comes before. */
  synchronized void awaitEnd(Duration patience) {
    await(patience, () -> closing.isPresent());
  }

  synchronized Optional<Closing> closing() {
    return closing;
  }

  synchronized List<String> unread() {
    return List.copyOf(unread);
  }

  private void await(Duration patience, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return;
        }
        wait(left / 1_000_000 + 1);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for the service", interrupted);
    }
  }

  /** All there is to know, in lines of its own. */
  synchronized String describe() {
    return list("read before", read)
        + (unread.isEmpty() ? "" : list("unread", List.copyOf(unread)))
        + "\n  the socket "
        + closing.map(it -> "was closed with " + it).orElse("is open");
  }

  private static String list(String what, List<String> frames) {
    var text = new StringBuilder("\n  " + what + ": " + count(frames.size()));
    int from = Math.max(0, frames.size() - SHOWN_FRAMES);
    if (from > 0) {
      text.append(", the last ").append(SHOWN_FRAMES).append(" of them");
    }
    for (int i = from; i < frames.size(); i++) {
      text.append("\n    ").append(i + 1).append(". ").append(shortened(frames.get(i)));
    }
    return text.toString();
  }

  private static String count(int frames) {
    return switch (frames) {
      case 0 -> "nothing";
      case 1 -> "1 frame";
      default -> frames + " frames";
    };
  }

  private static String shortened(String frame) {
    return frame.length() <= SHOWN_CHARACTERS
        ? frame
        : "%s… (%d characters)".formatted(frame.substring(0, SHOWN_CHARACTERS), frame.length());
  }
}
