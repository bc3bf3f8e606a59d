package planted.publicclass.web.users;

/** Breaks: features show their configuration only. */
public record UsersJson(String name) {}
