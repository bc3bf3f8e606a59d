package planted.printing.web.users;

/** Breaks: output is bootstrap's. It prints. */
final class UserRoutes {

  void list() {
    System.out.println("listing");
  }
}
