/** What the notifications feature needs from outside: who takes mails, and who asked for them. */
@NullMarked
@CheckReturnValue
package dev.portico.application.notifications.port;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
