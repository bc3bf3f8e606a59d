/** The audit log over HTTP, and what the web side writes into it. */
@NullMarked
package dev.portico.web.audit;

import org.jspecify.annotations.NullMarked;
