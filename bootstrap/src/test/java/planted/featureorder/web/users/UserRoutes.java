package planted.featureorder.web.users;

import planted.featureorder.web.access.Caller;

/** Breaks: features keep their order. Users come before access. */
record UserRoutes(Caller caller) {}
