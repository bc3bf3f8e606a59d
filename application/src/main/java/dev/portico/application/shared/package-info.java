/** Steps that every feature shares: doing a thing once, telling whether the service can work. */
@NullMarked
@CheckReturnValue
package dev.portico.application.shared;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
