/** What payments need from outside: the store, and the gateway that takes the money. */
@NullMarked
@CheckReturnValue
package dev.portico.application.payments.port;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
