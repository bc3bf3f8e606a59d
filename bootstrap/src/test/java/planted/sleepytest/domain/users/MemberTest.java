package planted.sleepytest.domain.users;

import java.util.concurrent.TimeUnit;

/** Breaks: tests do not sleep. */
class MemberTest {

  void waitsForTheMember() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(1);
  }
}
