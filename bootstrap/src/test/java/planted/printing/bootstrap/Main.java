package planted.printing.bootstrap;

/** Does nothing wrong. */
final class Main {

  private Main() {}

  static void usage() {
    System.out.println("usage");
  }
}
