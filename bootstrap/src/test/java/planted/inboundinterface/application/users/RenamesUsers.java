package planted.inboundinterface.application.users;

/** Breaks: use cases hide behind no interface. */
public interface RenamesUsers {

  void rename(String name);
}
