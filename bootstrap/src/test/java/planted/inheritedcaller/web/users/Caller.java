package planted.inheritedcaller.web.users;

/** Breaks: nothing is inherited by threads. */
final class Caller {

  static final ThreadLocal<String> CURRENT = new InheritableThreadLocal<>();

  private Caller() {}
}
