/**
 * The testing system's core: who a test is, what it has in the place of each outbound port, its
 * time, its background work, its races. Knows neither HTTP nor SQL.
 */
@NullMarked
package dev.portico.testkit;

import org.jspecify.annotations.NullMarked;
