package dev.portico.application.payments.port;

import dev.portico.application.shared.Unavailable;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.payments.RefundId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A gateway that does what a test tells it, and counts. */
public final class InMemoryPaymentGateway implements PaymentGateway {

  private final Map<PaymentId, Answer> answers = new LinkedHashMap<>();
  private final List<Charge> asked = new ArrayList<>();
  private final Map<RefundId, Returning> returns = new LinkedHashMap<>();
  private final List<Return> askedBack = new ArrayList<>();
  private Optional<String> refusal = Optional.empty();
  private Optional<String> keeping = Optional.empty();
  private boolean slow;
  private int lost;
  private boolean away;

  @Override
  public synchronized Answer charge(Charge charge) {
    asked.add(charge);
    beReached();
    var answer = answers.computeIfAbsent(charge.reference(), this::decide);
    bringTheAnswer();
    return answer;
  }

  @Override
  public synchronized Returning giveBack(Return wanted) {
    askedBack.add(wanted);
    beReached();
    var answer = returns.computeIfAbsent(wanted.reference(), this::decideReturn);
    bringTheAnswer();
    return answer;
  }

  @Override
  public synchronized Returning lookUp(String reference) {
    beReached();
    var underWay =
        returns.entrySet().stream()
            .filter(it -> it.getValue().equals(new Returning.UnderWay(reference)))
            .findFirst()
            .orElseThrow();
    underWay.setValue(decideReturn(underWay.getKey()));
    bringTheAnswer();
    return underWay.getValue();
  }

  private void beReached() {
    if (away) {
      throw new Unavailable("the gateway cannot be reached");
    }
  }

  private void bringTheAnswer() {
    if (lost > 0) {
      lost--;
      throw new Unavailable("the gateway's answer was lost");
    }
  }

  private Returning decideReturn(RefundId reference) {
    if (slow) {
      return new Returning.UnderWay("fake-" + reference);
    }
    return keeping
        .<Returning>map(Returning.Declined::new)
        .orElseGet(() -> new Returning.Returned("fake-" + reference));
  }

  private Answer decide(PaymentId reference) {
    return refusal
        .<Answer>map(Answer.Declined::new)
        .orElseGet(() -> new Answer.Charged("fake-" + reference));
  }

  /** From now on everything is declined. */
  public synchronized void decline(String reason) {
    refusal = Optional.of(reason);
  }

  /** From now on nothing is given back. */
  public synchronized void keepAll(String reason) {
    keeping = Optional.of(reason);
  }

  /** From now on, until {@link #endReturns}, the end of what is given back is not known. */
  public synchronized void takeTime() {
    slow = true;
  }

  public synchronized void endReturns() {
    slow = false;
  }

  /** The next answers are lost on their way, though the gateway did its part. */
  public synchronized void loseAnswers(int count) {
    lost = count;
  }

  /** From now on, until {@link #comeBack}, nothing reaches the gateway. */
  public synchronized void goAway() {
    away = true;
  }

  public synchronized void comeBack() {
    away = false;
  }

  /** The same gateway, but that this decides its charges. */
  public PaymentGateway charging(Function<Charge, Answer> charges) {
    return new PaymentGateway() {
      @Override
      public Answer charge(Charge charge) {
        return charges.apply(charge);
      }

      @Override
      public Returning giveBack(Return wanted) {
        return InMemoryPaymentGateway.this.giveBack(wanted);
      }

      @Override
      public Returning lookUp(String reference) {
        return InMemoryPaymentGateway.this.lookUp(reference);
      }
    };
  }

  /** The same gateway, but that this decides what it gives back. */
  public PaymentGateway returning(Function<Return, Returning> returns) {
    return new PaymentGateway() {
      @Override
      public Answer charge(Charge charge) {
        return InMemoryPaymentGateway.this.charge(charge);
      }

      @Override
      public Returning giveBack(Return wanted) {
        return returns.apply(wanted);
      }

      @Override
      public Returning lookUp(String reference) {
        return InMemoryPaymentGateway.this.lookUp(reference);
      }
    };
  }

  /** Every question, answered or not. */
  public synchronized List<Charge> asked() {
    return List.copyOf(asked);
  }

  /** Every question for money back, answered or not. */
  public synchronized List<Return> askedBack() {
    return List.copyOf(askedBack);
  }

  /** How often money was given back. */
  public synchronized long givenBack() {
    return returns.values().stream().filter(Returning.Returned.class::isInstance).count();
  }

  /** How often money was taken. */
  public synchronized long taken() {
    return answers.values().stream().filter(Answer.Charged.class::isInstance).count();
  }
}
