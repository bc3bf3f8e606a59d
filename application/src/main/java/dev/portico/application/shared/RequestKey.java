package dev.portico.application.shared;

/** How a request that may come again is told from others. */
public record RequestKey(IdempotencyKey key, Fingerprint fingerprint) {}
