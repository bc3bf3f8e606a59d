/** Figures out of PostgreSQL. */
@NullMarked
package dev.portico.persistence.reports;

import org.jspecify.annotations.NullMarked;
