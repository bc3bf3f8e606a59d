package dev.portico.application.payments.port;

import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentDescription;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.payments.PaymentMethod;
import dev.portico.domain.payments.PaymentOrder;
import dev.portico.domain.payments.RefundId;
import dev.portico.domain.payments.RefundOrder;
import dev.portico.domain.shared.Money;
import java.util.Optional;

/** Takes money from people, and gives it back. */
public interface PaymentGateway {

  /**
   * What is to be taken.
   *
   * @param reference our name for it: two charges of one reference are the same charge
   * @param method what is to be charged; empty where the gateway has to know that itself
   */
  record Charge(
      PaymentId reference,
      Money amount,
      Optional<PaymentDescription> description,
      Optional<PaymentMethod> method) {

    /** The charge that an order asks for, each time the same. */
    public static Charge of(PaymentOrder order) {
      return new Charge(order.id(), order.amount(), order.description(), order.method());
    }
  }

  /** What the gateway says became of a charge. */
  sealed interface Answer {

    /** The money was taken; {@code reference} is the gateway's own name for that. */
    record Charged(String reference) implements Answer {}

    /** It was not and will not be; {@code reason} is a clause for people, without controls. */
    record Declined(String reason) implements Answer {}
  }

  /**
   * Takes the money, unless that was done before.
   *
   * <p>Promise: however often it is asked for one reference, the money is taken at most once, and
   * every answer is the same. Answers or throws within ten seconds; must not be called inside a
   * transaction, which would wait as long.
   *
   * <p>Concurrency: any number of threads at once, for one reference too.
   *
   * @throws dev.portico.application.shared.Unavailable if there was no answer, so that nobody knows
   *     whether the money was taken; asking again for the same reference finds out
   */
  Answer charge(Charge charge);

  /**
   * What is to be given back.
   *
   * @param reference our name for it: two of one reference are the same
   * @param charge the gateway's own name for the charge
   */
  record Return(RefundId reference, String charge, Money amount) {

    /** The return that an order asks for, each time the same. */
    public static Return of(RefundOrder order, Payment.Succeeded payment) {
      return new Return(order.id(), payment.reference(), order.amount());
    }
  }

  /** What the gateway says became of a return. */
  sealed interface Returning {

    /** The money was given back; {@code reference} is the gateway's own name for that. */
    record Returned(String reference) implements Returning {}

    /** It was taken on, by this name of the gateway's own; its end shows later. */
    record UnderWay(String reference) implements Returning {}

    /** It is not and will not be; {@code reason} is a clause for people, without controls. */
    record Declined(String reason) implements Returning {}
  }

  /**
   * Gives money back, unless that was done before.
   *
   * <p>Promise: as {@link #charge}: at most once for one reference, the same answer each time but
   * that one under way may have ended, an answer or an exception within ten seconds, not inside a
   * transaction.
   *
   * <p>Concurrency: any number of threads at once, for one reference too.
   *
   * @throws dev.portico.application.shared.Unavailable if there was no answer, so that nobody knows
   *     whether it was given back; asking again for the same reference finds out
   */
  Returning giveBack(Return asked);

  /**
   * What became of a return that was under way.
   *
   * <p>Promise: gives nothing back. An answer or an exception within ten seconds; not inside a
   * transaction.
   *
   * @param reference the gateway's own name for it, as it said
   * @throws dev.portico.application.shared.Unavailable if there was no answer
   */
  Returning lookUp(String reference);
}
