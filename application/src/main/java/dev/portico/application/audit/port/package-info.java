/** What the audit feature needs from outside: the log. */
@NullMarked
@CheckReturnValue
package dev.portico.application.audit.port;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
