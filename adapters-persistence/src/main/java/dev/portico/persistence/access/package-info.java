/** How the keys that access tokens are signed with rest: sealed. */
@NullMarked
package dev.portico.persistence.access;

import org.jspecify.annotations.NullMarked;
