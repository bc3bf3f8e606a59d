package planted.webusesbootstrap.web.users;

import planted.webusesbootstrap.bootstrap.Settings;

/** Breaks: dependencies point inwards. Bootstrap is used by nobody. */
record UserRoutes(Settings settings) {}
