/** Does nothing wrong. */
@NullMarked
@CheckReturnValue
package planted.uncheckedpackage.domain.shared;

import org.jspecify.annotations.NullMarked;
