/** What the items feature needs from outside: the store. */
@NullMarked
@CheckReturnValue
package dev.portico.application.items.port;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
