package dev.portico.web.shared;

import java.time.Duration;

/**
 * Work on what this process holds in memory, to be done again and again while it runs.
 *
 * @param pause how long to wait after one round before the next
 * @param round quick, and harmless at any time
 */
public record Upkeep(Duration pause, Runnable round) {}
