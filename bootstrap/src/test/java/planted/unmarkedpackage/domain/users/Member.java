package planted.unmarkedpackage.domain.users;

/** Breaks: packages are null-marked. */
record Member(String name) {}
