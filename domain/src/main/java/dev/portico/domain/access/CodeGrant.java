package dev.portico.domain.access;

import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.UserId;

/**
 * What a {@link OneTimeCode} proves of whoever shows it.
 *
 * @param user whose account it is about
 * @param sentTo the address that whoever shows it can read
 */
public record CodeGrant(UserId user, EmailAddress sentTo) {}
