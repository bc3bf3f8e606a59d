/** Who has an account, and what may be one: names, addresses, passwords. */
@NullMarked
@CheckReturnValue
package dev.portico.domain.users;

import dev.portico.domain.shared.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
