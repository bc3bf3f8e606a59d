/** Who is listening in which room. */
@NullMarked
package dev.portico.persistence.chat;

import org.jspecify.annotations.NullMarked;
