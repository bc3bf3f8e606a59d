/** What is said of every run of tests at its end: how many, how dear, what was skipped and why. */
@NullMarked
package dev.portico.suite;

import org.jspecify.annotations.NullMarked;
