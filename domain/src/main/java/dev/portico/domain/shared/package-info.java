/** What every feature's rules are written with: parsed values, refused input, pages, money. */
@NullMarked
@CheckReturnValue
package dev.portico.domain.shared;

import org.jspecify.annotations.NullMarked;
