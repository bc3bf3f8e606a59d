/** Writing mails: to welcome someone, and to whoever asks for news. */
@NullMarked
@CheckReturnValue
package dev.portico.application.notifications;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
