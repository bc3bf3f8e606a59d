package dev.portico.application.payments;

import static dev.portico.domain.payments.PaymentBuilder.money;

import dev.portico.application.Hexagon;
import dev.portico.application.payments.RefundPayment.Command;
import dev.portico.application.payments.RefundPayment.Outcome;
import dev.portico.application.shared.Fingerprint;
import dev.portico.application.shared.IdempotencyKey;
import dev.portico.application.shared.RequestKey;
import dev.portico.domain.payments.LedgerAccount;
import dev.portico.domain.payments.LedgerBalance;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.payments.Refund;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Somebody who has paid 100 dollars and wants them back, over fakes. */
final class Refunding {

  final Paying paying = new Paying();
  final PaymentId payment;

  Refunding() {
    var paid = (MakePayment.Outcome.Paid) paying.pay(Optional.empty());
    payment = paid.payment().order().id();
  }

  static Optional<RequestKey> key(String fingerprint) {
    return Optional.of(
        new RequestKey(
            new IdempotencyKey("alice", "POST /payments/1/refund", "k"),
            new Fingerprint(fingerprint)));
  }

  static ViewPayment.Command seenBy(UserId asker, PaymentId payment) {
    return new ViewPayment.Command(payment, asker, false);
  }

  /** An empty amount is all that is left. */
  Command of(String amount, Optional<RequestKey> key) {
    var wanted = Optional.of(amount).filter(it -> !it.isEmpty()).map(it -> money(it, "USD"));
    return new Command(seenBy(Paying.ALICE, payment), wanted, key);
  }

  Outcome refund(String amount) {
    return paying.hexagon.refundPayment().handle(of(amount, Optional.empty()));
  }

  Outcome refund(String amount, Optional<RequestKey> key) {
    return paying.hexagon.refundPayment().handle(of(amount, key));
  }

  List<Refund> kept() {
    return paying.fakes.refunds.listOf(payment, new PageRequest<>(100, Optional.empty())).items();
  }

  /** What the gateway should hold for us, by the ledger. */
  BigDecimal atGateway() {
    return atGateway(paying.hexagon);
  }

  static BigDecimal atGateway(Hexagon hexagon) {
    return switch (hexagon.viewLedger().handle(new ViewLedger.Command())) {
      case ViewLedger.Outcome.Balances(var all) ->
          all.stream()
              .filter(it -> it.account() == LedgerAccount.GATEWAY)
              .map(LedgerBalance::amount)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
    };
  }
}
