/** Webhooks, and what is on its way to them, in PostgreSQL. */
@NullMarked
package dev.portico.persistence.webhooks;

import org.jspecify.annotations.NullMarked;
