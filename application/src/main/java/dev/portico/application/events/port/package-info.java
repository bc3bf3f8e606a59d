/** What the events feature needs from outside: the store. */
@NullMarked
@CheckReturnValue
package dev.portico.application.events.port;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
