package dev.portico.bootstrap.transfer;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** Draws on a terminal how far a work has come, in one line that is written over. */
public final class ProgressBar implements Progress {

  private static final int WIDTH = 30;
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final String ERASE = "\r\u001b[K";

  private final PrintStream terminal;
  private final InstantSource time;
  private final long begun;
  private long drawn;

  public ProgressBar(PrintStream terminal, InstantSource time) {
    this.terminal = terminal;
    this.time = time;
    begun = time.millis();
  }

  @Override
  public void at(long done, long whole, long users) {
    long now = time.millis();
    if (now - drawn >= PAUSE.toMillis()) {
      drawn = now;
      terminal.print(ERASE + line(done, whole, users, Math.max(now - begun, 1)));
      terminal.flush();
    }
  }

  private static String line(long done, long whole, long users, long elapsedMillis) {
    long perSecond = users * 1000 / elapsedMillis;
    var speed = String.format(Locale.ROOT, "%,d users, %,d a second", users, perSecond);
    if (whole <= 0 || done <= 0) {
      return speed;
    }
    int filled = (int) Math.min(WIDTH, done * WIDTH / whole);
    long secondsLeft = elapsedMillis * Math.max(whole - done, 0) / done / 1000;
    return "[%s%s] %3d %%  %s, %d s left"
        .formatted(
            "#".repeat(filled), ".".repeat(WIDTH - filled), done * 100 / whole, speed, secondsLeft);
  }

  /** Takes the line away. */
  public void end() {
    terminal.print(ERASE);
    terminal.flush();
  }
}
