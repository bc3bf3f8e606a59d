package dev.portico.application.shared;

/**
 * A caller's name for one request: two requests are the same if all three parts are.
 *
 * @param caller who asks; one and the same for everyone who is not signed in
 * @param operation what is asked for, such as {@code POST /users/}
 * @param key the caller's own word for it, 1 to 255 characters
 */
public record IdempotencyKey(String caller, String operation, String key) {}
