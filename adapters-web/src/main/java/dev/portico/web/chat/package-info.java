/** The chat over WebSockets. */
@NullMarked
package dev.portico.web.chat;

import org.jspecify.annotations.NullMarked;
