package planted.forgottenusecase.application.users;

/** Does nothing wrong. */
public final class RemoveUser {}
