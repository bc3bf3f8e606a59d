package planted.untestedadapter.persistence.users;

/** Does nothing wrong, but is no test of the contract. */
class JpaUsersTest {}
