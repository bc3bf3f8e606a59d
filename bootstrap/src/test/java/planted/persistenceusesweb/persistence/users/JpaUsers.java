package planted.persistenceusesweb.persistence.users;

import planted.persistenceusesweb.web.users.UsersJson;

/** Breaks: dependencies point inwards. One adapter ring uses the other. */
record JpaUsers(UsersJson stored) {}
