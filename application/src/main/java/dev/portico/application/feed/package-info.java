/** Showing data that others provide. */
@NullMarked
@CheckReturnValue
package dev.portico.application.feed;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
