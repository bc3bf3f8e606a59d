/** Data that others provide and we pass on. */
@NullMarked
@CheckReturnValue
package dev.portico.domain.feed;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
