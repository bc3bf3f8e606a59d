/** Offering items and showing them. */
@NullMarked
@CheckReturnValue
package dev.portico.application.items;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
