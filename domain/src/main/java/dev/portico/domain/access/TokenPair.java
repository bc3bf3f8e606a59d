package dev.portico.domain.access;

/** What somebody who signed in is given: a token to show, and one to get the next with. */
public record TokenPair(AccessToken access, RefreshToken refresh) {}
