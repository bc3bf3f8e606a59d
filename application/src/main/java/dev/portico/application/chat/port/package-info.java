/** What the chat needs from outside: the way from whoever speaks to all who hear. */
@NullMarked
@CheckReturnValue
package dev.portico.application.chat.port;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
