/** Counters in PostgreSQL. */
@NullMarked
package dev.portico.persistence.counters;

import org.jspecify.annotations.NullMarked;
