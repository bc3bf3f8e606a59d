/**
 * The fixtures and tests of the book chapter whose application Portico is, one for one: which of
 * these does what the chapter does under which name is in docs/testing.md.
 */
@NullMarked
package dev.portico.web.chapter;

import org.jspecify.annotations.NullMarked;
