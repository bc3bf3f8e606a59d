/** Events over HTTP. */
@NullMarked
package dev.portico.web.events;

import org.jspecify.annotations.NullMarked;
