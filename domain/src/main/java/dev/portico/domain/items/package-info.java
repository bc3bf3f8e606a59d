/** What users offer. */
@NullMarked
@CheckReturnValue
package dev.portico.domain.items;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
