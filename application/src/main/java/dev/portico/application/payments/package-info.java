/** Making payments, settling those in doubt, and showing them to whoever made them. */
@NullMarked
@CheckReturnValue
package dev.portico.application.payments;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
