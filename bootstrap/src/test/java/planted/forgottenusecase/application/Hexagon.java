package planted.forgottenusecase.application;

import planted.forgottenusecase.application.users.RemoveUser;

/** Does nothing wrong, but lists one use case only. */
public record Hexagon(RemoveUser removeUser) {}
