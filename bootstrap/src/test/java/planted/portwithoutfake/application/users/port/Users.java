package planted.portwithoutfake.application.users.port;

/** Breaks: ports have one fake. */
public interface Users {

  boolean contain(String name);
}
