/** What the webhooks feature needs from outside: two stores, and a way to the receivers. */
@NullMarked
@CheckReturnValue
package dev.portico.application.webhooks.port;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
