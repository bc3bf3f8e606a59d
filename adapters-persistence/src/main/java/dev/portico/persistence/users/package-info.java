/** How users rest: their rows, what is kept of their passwords, the passwords nobody may have. */
@NullMarked
package dev.portico.persistence.users;

import org.jspecify.annotations.NullMarked;
