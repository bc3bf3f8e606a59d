/** Reporting what goes on. */
@NullMarked
@CheckReturnValue
package dev.portico.application.reports;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
