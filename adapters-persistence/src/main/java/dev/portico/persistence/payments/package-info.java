/** What payments rest on. */
@NullMarked
package dev.portico.persistence.payments;

import org.jspecify.annotations.NullMarked;
