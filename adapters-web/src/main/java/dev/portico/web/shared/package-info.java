/**
 * What every route has in common: who may call it, how requests are read, how refusals are worded.
 */
@NullMarked
package dev.portico.web.shared;

import org.jspecify.annotations.NullMarked;
