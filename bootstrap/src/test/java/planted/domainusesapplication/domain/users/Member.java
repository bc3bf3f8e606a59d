package planted.domainusesapplication.domain.users;

import planted.domainusesapplication.application.users.ViewUser;

/** Breaks: dependencies point inwards. The domain uses the application. */
public record Member(ViewUser view) {}
