/** Writing down what happens to accounts, and reading it. */
@NullMarked
@CheckReturnValue
package dev.portico.application.audit;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
