package planted.portwithoutadapter.application.users.port;

/** Breaks: ports have an adapter. */
public interface Users {

  boolean contain(String name);
}
