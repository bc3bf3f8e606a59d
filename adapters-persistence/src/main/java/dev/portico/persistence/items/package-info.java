/** Items in PostgreSQL. */
@NullMarked
package dev.portico.persistence.items;

import org.jspecify.annotations.NullMarked;
