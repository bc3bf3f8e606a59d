/** What the service has to tell of itself. */
@NullMarked
@CheckReturnValue
package dev.portico.domain.reports;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
