package planted.portwithoutcontract.application.users.port;

/** Breaks: ports have a contract. */
public interface Users {

  boolean contain(String name);
}
