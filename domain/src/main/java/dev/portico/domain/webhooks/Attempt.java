package dev.portico.domain.webhooks;

import java.time.Duration;
import java.time.Instant;

/**
 * One time that a message was sent.
 *
 * @param at to the microsecond, which is what the database keeps
 * @param took to the millisecond
 */
public record Attempt(Instant at, Duration took, Reply reply) {}
