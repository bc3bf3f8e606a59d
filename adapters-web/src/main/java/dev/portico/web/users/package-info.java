/** Users over HTTP. */
@NullMarked
package dev.portico.web.users;

import org.jspecify.annotations.NullMarked;
