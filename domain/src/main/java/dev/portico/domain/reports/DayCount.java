package dev.portico.domain.reports;

import java.time.LocalDate;

/** How many there were on a day. */
public record DayCount(LocalDate day, long count) {}
