/** Events in PostgreSQL. */
@NullMarked
package dev.portico.persistence.events;

import org.jspecify.annotations.NullMarked;
