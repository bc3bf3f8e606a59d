package dev.portico.domain.access;

import java.time.Duration;

/**
 * What somebody who signed in is given: a token to show, and one to get the next with.
 *
 * @param refreshLifetime how long the refresh token can be exchanged
 */
public record TokenPair(AccessToken access, RefreshToken refresh, Duration refreshLifetime) {}
