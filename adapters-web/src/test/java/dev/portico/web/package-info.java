/** The API as clients see it, for every place where it can be run. */
@NullMarked
package dev.portico.web;

import org.jspecify.annotations.NullMarked;
