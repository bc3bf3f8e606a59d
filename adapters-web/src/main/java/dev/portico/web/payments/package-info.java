/** Payments over HTTP, and the gateway that takes the money. */
@NullMarked
package dev.portico.web.payments;

import org.jspecify.annotations.NullMarked;
