/** Signing in, and recognising who signed in. */
@NullMarked
@CheckReturnValue
package dev.portico.application.access;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
