package dev.portico.domain.reports;

import dev.portico.domain.events.EventName;

/** How many there were of a name. */
public record NameCount(EventName name, long count) {}
