package dev.portico.application.payments.port;

import dev.portico.application.shared.Unavailable;
import dev.portico.domain.payments.PaymentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A gateway that does what a test tells it, and counts. */
public final class InMemoryPaymentGateway implements PaymentGateway {

  private final Map<PaymentId, Answer> answers = new LinkedHashMap<>();
  private final List<Charge> asked = new ArrayList<>();
  private Optional<String> refusal = Optional.empty();
  private int lost;
  private boolean away;

  @Override
  public synchronized Answer charge(Charge charge) {
    asked.add(charge);
    if (away) {
      throw new Unavailable("the gateway cannot be reached");
    }
    var answer = answers.computeIfAbsent(charge.reference(), this::decide);
    if (lost > 0) {
      lost--;
      throw new Unavailable("the gateway's answer was lost");
    }
    return answer;
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

  /** Every question, answered or not. */
  public synchronized List<Charge> asked() {
    return List.copyOf(asked);
  }

  /** How often money was taken. */
  public synchronized long taken() {
    return answers.values().stream().filter(Answer.Charged.class::isInstance).count();
  }
}
