package dev.portico.application.reports.port;

import dev.portico.domain.reports.NameCount;
import dev.portico.domain.reports.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Where the figures come from. */
public interface ReportSource {

  /** What is counted by the day it was made. */
  enum Subject {
    USERS,
    EVENTS,
    ITEMS,
    PAYMENTS
  }

  /**
   * How many were made on each day of the period, whoever may see them.
   *
   * <p>Promise: a day without any is left out. All days are counted at one moment, but two calls
   * may count at different ones.
   */
  Map<LocalDate, Long> countByDay(Subject subject, Period period);

  /**
   * The names that most events of the period have, the most frequent first, and of equally frequent
   * ones the first by code points.
   */
  List<NameCount> topEventNames(Period period, int atMost);
}
