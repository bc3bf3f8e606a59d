/** Webhooks over HTTP: what is asked of us, and what we send. */
@NullMarked
package dev.portico.web.webhooks;

import org.jspecify.annotations.NullMarked;
