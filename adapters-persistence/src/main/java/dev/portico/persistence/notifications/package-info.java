/** What the notifications feature rests on. */
@NullMarked
package dev.portico.persistence.notifications;

import org.jspecify.annotations.NullMarked;
