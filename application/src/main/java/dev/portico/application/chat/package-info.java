/** Coming into a room, hearing what is said there, and saying something. */
@NullMarked
@CheckReturnValue
package dev.portico.application.chat;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
