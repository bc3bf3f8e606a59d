/** Asking for news over HTTP, and mails over SMTP. */
@NullMarked
package dev.portico.web.notifications;

import org.jspecify.annotations.NullMarked;
