/** What was said, in PostgreSQL, and its way to everyone who listens, by LISTEN and NOTIFY. */
@NullMarked
package dev.portico.persistence.chat;

import org.jspecify.annotations.NullMarked;
