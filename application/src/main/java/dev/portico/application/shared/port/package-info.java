/** What every feature needs from outside: transactions, ids, keys of repeated requests. */
@NullMarked
@CheckReturnValue
package dev.portico.application.shared.port;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
