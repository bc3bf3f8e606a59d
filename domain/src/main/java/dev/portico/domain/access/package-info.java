/** Who is asking: tokens and what they say. */
@NullMarked
@CheckReturnValue
package dev.portico.domain.access;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
