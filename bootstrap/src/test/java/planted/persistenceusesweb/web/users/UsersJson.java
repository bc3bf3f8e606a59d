package planted.persistenceusesweb.web.users;

/** Does nothing wrong. */
public record UsersJson(String text) {}
