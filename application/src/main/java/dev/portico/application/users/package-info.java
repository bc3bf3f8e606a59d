/** Registering users and showing them. */
@NullMarked
@CheckReturnValue
package dev.portico.application.users;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
