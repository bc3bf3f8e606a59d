/** What the counters feature needs from outside: the store. */
@NullMarked
@CheckReturnValue
package dev.portico.application.counters.port;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
