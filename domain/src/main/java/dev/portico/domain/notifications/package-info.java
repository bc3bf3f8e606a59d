/** Mails, and who may ask for them how often. */
@NullMarked
@CheckReturnValue
package dev.portico.domain.notifications;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
