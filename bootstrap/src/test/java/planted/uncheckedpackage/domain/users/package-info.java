/** Breaks: core packages check return values. */
@NullMarked
package planted.uncheckedpackage.domain.users;

import org.jspecify.annotations.NullMarked;
