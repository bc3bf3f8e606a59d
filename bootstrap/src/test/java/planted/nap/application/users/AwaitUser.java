package planted.nap.application.users;

import java.time.Duration;

/** Breaks: the core asks ports for time, ids and secrets. It passes the time. */
public final class AwaitUser {

  void await(Duration pause) throws InterruptedException {
    Thread.sleep(pause);
  }
}
