/** Signing in over HTTP, and the tokens that come of it. */
@NullMarked
package dev.portico.web.access;

import org.jspecify.annotations.NullMarked;
