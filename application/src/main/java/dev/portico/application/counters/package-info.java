/** Counting, and telling how far it has come. */
@NullMarked
@CheckReturnValue
package dev.portico.application.counters;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
