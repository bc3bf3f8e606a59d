/** What happened, as rows. */
@NullMarked
package dev.portico.persistence.audit;

import org.jspecify.annotations.NullMarked;
