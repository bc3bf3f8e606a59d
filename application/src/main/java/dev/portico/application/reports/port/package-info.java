/** What the reports feature needs from outside: the figures. */
@NullMarked
@CheckReturnValue
package dev.portico.application.reports.port;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
