package dev.portico.domain.payments;

import dev.portico.domain.shared.Money;
import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * That money is to be given back.
 *
 * @param amount empty for all that is left of the payment
 * @param by who asks, the payer or an administrator
 * @param at to the microsecond, which is what the database keeps
 */
public record RefundRequest(
    RefundId id, PaymentId payment, Optional<Money> amount, UserId by, Instant at) {}
