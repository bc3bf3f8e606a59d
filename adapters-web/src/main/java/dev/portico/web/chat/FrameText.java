package dev.portico.web.chat;

import dev.portico.domain.shared.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;

/** The text of a frame that comes in pieces; no bigger than it may be, and nothing in between. */
final class FrameText {

  /** The most that a frame may have, in bytes. */
  static final int MAX_BYTES = 16 << 10;

  private String text = "";
  private int bytes;

  /** False if it is too much; what there is stays as it was. */
  @CanIgnoreReturnValue
  synchronized boolean add(String piece) {
    // A surrogate alone is counted as one byte, and its pair, cut apart, as two of its four.
    bytes += piece.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      return false;
    }
    text += piece;
    return true;
  }

  /** All of it; the next piece begins another one. */
  synchronized String whole() {
    var whole = text;
    text = "";
    bytes = 0;
    return whole;
  }
}
