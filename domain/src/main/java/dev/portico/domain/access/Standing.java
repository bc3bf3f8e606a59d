package dev.portico.domain.access;

import dev.portico.domain.users.User;
import java.time.Instant;

/**
 * Who stands behind a session that is not over: an active user.
 *
 * @param endsAt when the session is over in any case
 */
public record Standing(SessionId session, User user, Instant endsAt) {}
