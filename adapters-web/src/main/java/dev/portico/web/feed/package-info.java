/** The feed: from its source over HTTP, and to its readers over HTTP. */
@NullMarked
package dev.portico.web.feed;

import org.jspecify.annotations.NullMarked;
