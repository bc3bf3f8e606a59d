/** What users have recorded, and when. */
@NullMarked
@CheckReturnValue
package dev.portico.domain.events;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
