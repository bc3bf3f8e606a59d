package planted.concretecontract.application.users.port;

/** Breaks: ports have a contract. Nobody can extend this one for an adapter. */
class UsersContract {

  Users users() {
    return name -> false;
  }
}
