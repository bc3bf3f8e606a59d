package dev.portico.domain.feed;

/**
 * What a source outside holds.
 *
 * @param json one JSON value (RFC 8259), as the source wrote it
 */
public record ExternalData(String json) {}
