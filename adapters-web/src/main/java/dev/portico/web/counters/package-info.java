/** Counters over HTTP. */
@NullMarked
package dev.portico.web.counters;

import org.jspecify.annotations.NullMarked;
