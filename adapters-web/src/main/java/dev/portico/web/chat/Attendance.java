package dev.portico.web.chat;

import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.Refusal;
import java.util.HashMap;
import java.util.Map;

/** How many sockets are open on this node: in all, of a user, from an address. */
final class Attendance {

  private static final String RETRY_AFTER_S = "10";

  private final ChatWeb.Settings settings;
  private final Map<Object, Integer> open = new HashMap<>();
  private int all;

  Attendance(ChatWeb.Settings settings) {
    this.settings = settings;
  }

  /**
   * Counts one more.
   *
   * @throws Refusal if there is no room for it; it is not counted then
   */
  synchronized void enter(Seat seat) {
    if (all >= settings.sockets()) {
      throw Refusal.of(ProblemType.UNAVAILABLE, "No more sockets can be opened here")
          .with("Retry-After", RETRY_AFTER_S);
    }
    boolean ofUser =
        seat.author().user().filter(user -> count(user) >= settings.socketsPerUser()).isPresent();
    if (ofUser || count(seat.address()) >= settings.socketsPerAddress()) {
      throw Refusal.of(
              ProblemType.TOO_MANY_REQUESTS,
              "Too many sockets are open for this %s".formatted(ofUser ? "user" : "address"))
          .with("Retry-After", RETRY_AFTER_S);
    }
    add(seat, 1);
  }

  /** Counts one less; to be called once for each that was counted. */
  synchronized void leave(Seat seat) {
    add(seat, -1);
  }

  private int count(Object of) {
    return open.getOrDefault(of, 0);
  }

  private void add(Seat seat, int change) {
    all += change;
    seat.author().user().ifPresent(user -> addOf(user, change));
    addOf(seat.address(), change);
  }

  private void addOf(Object of, int change) {
    int now = count(of) + change;
    if (now == 0) {
      open.remove(of);
    } else {
      open.put(of, now);
    }
  }
}
