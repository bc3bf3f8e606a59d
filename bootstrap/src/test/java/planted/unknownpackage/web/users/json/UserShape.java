package planted.unknownpackage.web.users.json;

/** Breaks: every class has its place. A feature has no packages of its own. */
record UserShape(String name) {}
