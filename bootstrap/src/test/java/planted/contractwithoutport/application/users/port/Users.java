package planted.contractwithoutport.application.users.port;

/** Does nothing wrong. */
public interface Users {

  boolean contain(String name);
}
