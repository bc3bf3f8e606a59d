/** How anything rests: the database and its connections, transactions, repeated requests, ids. */
@NullMarked
package dev.portico.persistence.shared;

import org.jspecify.annotations.NullMarked;
