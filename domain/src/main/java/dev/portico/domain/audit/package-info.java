/** What is worth remembering of who did what to an account. */
@NullMarked
@CheckReturnValue
package dev.portico.domain.audit;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
