/** What the users feature needs from outside: the store, the hasher, the weak passwords. */
@NullMarked
@CheckReturnValue
package dev.portico.application.users.port;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
