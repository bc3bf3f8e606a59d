/** Reports over HTTP. */
@NullMarked
package dev.portico.web.reports;

import org.jspecify.annotations.NullMarked;
