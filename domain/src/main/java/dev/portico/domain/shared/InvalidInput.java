package dev.portico.domain.shared;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where it stands, as a JSON Pointer (RFC 6901), such as {@code /email}
 * @param reason what is wrong with it, a clause for people; never repeats the input
 */
public record InvalidInput(String pointer, String reason) {}
