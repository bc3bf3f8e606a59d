/** Does nothing wrong. */
@NullMarked
package planted.unmarkedpackage.domain.access;

import org.jspecify.annotations.NullMarked;
