/** Users in files: what other systems wrote, read; what is to go elsewhere, written. */
@NullMarked
package dev.portico.bootstrap.transfer;

import org.jspecify.annotations.NullMarked;
