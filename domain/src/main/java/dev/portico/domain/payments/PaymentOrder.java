package dev.portico.domain.payments;

import dev.portico.domain.items.ItemId;
import dev.portico.domain.shared.Money;
import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be paid by whom; none of it ever changes.
 *
 * @param item what it is paid for, if it is an item; stays when the item is deleted
 * @param method what is to be charged, where the payer's browser has it from the gateway
 * @param createdAt to the microsecond, which is what the database keeps
 */
public record PaymentOrder(
    PaymentId id,
    UserId payer,
    Money amount,
    Optional<ItemId> item,
    Optional<PaymentDescription> description,
    Optional<PaymentMethod> method,
    Instant createdAt) {}
