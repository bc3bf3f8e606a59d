package planted.emptyname.domain.users;

/** Does nothing wrong, though it ends almost like a Port. */
record UserImport(int count) {}
