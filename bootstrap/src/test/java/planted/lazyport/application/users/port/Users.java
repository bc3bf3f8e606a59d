package planted.lazyport.application.users.port;

/** Breaks: ports have no defaults. */
public interface Users {

  default boolean contain(String name) {
    return false;
  }
}
