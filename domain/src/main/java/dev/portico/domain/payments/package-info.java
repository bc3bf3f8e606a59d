/** Payments: what is to be paid, and what became of it. */
@NullMarked
@CheckReturnValue
package dev.portico.domain.payments;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
