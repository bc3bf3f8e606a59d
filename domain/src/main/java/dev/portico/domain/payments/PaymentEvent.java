package dev.portico.domain.payments;

/** What others want to hear of payments: how one ended, and that one was given back. */
public sealed interface PaymentEvent {

  /** The money was taken. */
  record Succeeded(Payment.Succeeded payment) implements PaymentEvent {}

  /** No money was taken, and none will be. */
  record Declined(Payment.Declined payment) implements PaymentEvent {}

  /** Some of the money, or all of it, was given back. */
  record Refunded(Refund.Succeeded refund) implements PaymentEvent {}
}
