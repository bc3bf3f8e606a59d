package planted.uncheckedpackage.domain.users;

/** Breaks: core packages check return values. */
record Member(String name) {}
