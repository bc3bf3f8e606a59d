/** What the access feature needs from outside: tokens and the keys they are signed with. */
@NullMarked
@CheckReturnValue
package dev.portico.application.access.port;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
