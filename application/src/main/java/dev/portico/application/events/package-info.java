/** Recording events and showing them to who recorded them. */
@NullMarked
@CheckReturnValue
package dev.portico.application.events;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
