/** Looking after the work of the background: what is owed, what was given up, another try. */
@NullMarked
@CheckReturnValue
package dev.portico.application.tasks;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
