package planted.emptycontract.application.users.port;

/** Breaks: ports have a contract. This one promises nothing. */
abstract class UsersContract {

  abstract Users users();
}
