/** Numbers that count up. */
@NullMarked
@CheckReturnValue
package dev.portico.domain.counters;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
