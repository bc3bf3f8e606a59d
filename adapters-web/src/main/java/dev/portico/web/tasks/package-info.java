/** The work of the background over HTTP, for administrators. */
@NullMarked
package dev.portico.web.tasks;

import org.jspecify.annotations.NullMarked;
