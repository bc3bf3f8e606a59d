/** Where everything is put together and started. */
@NullMarked
package dev.portico.bootstrap;

import org.jspecify.annotations.NullMarked;
