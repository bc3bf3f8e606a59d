/** Telling users' own programs of what happens here. */
@NullMarked
@CheckReturnValue
package dev.portico.application.webhooks;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
