/** What the feed needs from outside: the source of its data. */
@NullMarked
@CheckReturnValue
package dev.portico.application.feed.port;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
