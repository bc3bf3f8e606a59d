/**
 * The architecture, checked: {@link dev.portico.bootstrap.architecture.Rule} lists every rule with
 * the planted mistake that proves it, and the picture in {@code docs/} is held against the code.
 */
@NullMarked
package dev.portico.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
