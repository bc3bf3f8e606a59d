package dev.portico.domain.payments;

import dev.portico.domain.shared.Money;
import dev.portico.domain.users.UserId;
import java.time.Instant;

/**
 * What is to be given back of which payment; none of it ever changes.
 *
 * @param by who asked for it
 * @param createdAt to the microsecond, which is what the database keeps
 */
public record RefundOrder(
    RefundId id, PaymentId payment, Money amount, UserId by, Instant createdAt) {}
