/** The hexagon: every use case, built from the outbound ports alone. */
@NullMarked
@CheckReturnValue
package dev.portico.application;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
