/** Coming into a room, hearing what is said there, saying something, and reading it again. */
@NullMarked
@CheckReturnValue
package dev.portico.application.chat;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
