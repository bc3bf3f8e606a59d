package dev.portico.application.shared;

/**
 * How a request that may come again is told from others.
 *
 * @param fingerprint the same for the same request content, and not telling what it is
 */
public record RequestKey(IdempotencyKey key, String fingerprint) {}
