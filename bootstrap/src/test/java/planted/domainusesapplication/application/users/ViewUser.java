package planted.domainusesapplication.application.users;

/** Does nothing wrong. */
public final class ViewUser {}
