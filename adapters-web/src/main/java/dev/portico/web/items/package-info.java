/** Items over HTTP. */
@NullMarked
package dev.portico.web.items;

import org.jspecify.annotations.NullMarked;
