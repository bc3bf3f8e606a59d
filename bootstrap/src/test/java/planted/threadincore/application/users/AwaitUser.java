package planted.threadincore.application.users;

/** Breaks: the core is plain Java. It starts a thread of its own. */
public final class AwaitUser {

  void inBackground(Runnable work) {
    Thread.ofVirtual().start(work);
  }
}
