/** Who is told of what happens here, and how. */
@NullMarked
@CheckReturnValue
package dev.portico.domain.webhooks;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
