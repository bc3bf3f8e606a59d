/** What the chat needs from outside: where is kept what was said, and the way to all who hear. */
@NullMarked
@CheckReturnValue
package dev.portico.application.chat.port;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
