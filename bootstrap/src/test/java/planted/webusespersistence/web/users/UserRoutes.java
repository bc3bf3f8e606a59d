package planted.webusespersistence.web.users;

import planted.webusespersistence.persistence.users.JpaUsers;

/** Breaks: dependencies point inwards. One adapter ring uses the other. */
record UserRoutes(JpaUsers users) {}
