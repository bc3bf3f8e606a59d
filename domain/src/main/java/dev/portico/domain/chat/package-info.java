/** What is said, by whom, and in which room. */
@NullMarked
@CheckReturnValue
package dev.portico.domain.chat;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
