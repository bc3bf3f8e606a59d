package dev.portico.web.payments;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.shared.Money;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;

/**
 * A gateway that takes no money and says so. The last two digits of the amount, counted in the
 * currency's smallest unit, choose what happens, so that every end of a payment or refund can be
 * tried.
 *
 * <p>It goes by what it is asked alone, so that it says the same of one reference each time, on
 * every node; but for lost answers, which a node loses once.
 */
final class SandboxPaymentGateway implements PaymentGateway {

  private static final int DECLINED = 2;
  private static final int ANSWERED_LATE = 3;
  private static final int NEVER_ANSWERED = 4;
  private static final int UNDER_WAY = 5;

  private static final BigInteger HUNDRED = BigInteger.valueOf(100);
  private static final int MAX_REMEMBERED = 10_000;

  private final Set<UUID> lost =
      Collections.newSetFromMap(
          Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).<UUID, Boolean>build().asMap());

  @Override
  public Answer charge(Charge charge) {
    return switch (lastTwoDigits(charge.amount())) {
      case DECLINED -> new Answer.Declined("Sandbox: amounts that end in 02 are declined");
      case ANSWERED_LATE -> {
        loseTheFirstAnswer(charge.reference().value());
        yield charged(charge);
      }
      case NEVER_ANSWERED -> throw new Unavailable("sandbox: never answers for this amount");
      default -> charged(charge);
    };
  }

  @Override
  public Returning giveBack(Return asked) {
    return switch (lastTwoDigits(asked.amount())) {
      case DECLINED -> new Returning.Declined("Sandbox: refunds that end in 02 are declined");
      case ANSWERED_LATE -> {
        loseTheFirstAnswer(asked.reference().value());
        yield returned(asked);
      }
      case NEVER_ANSWERED -> throw new Unavailable("sandbox: never answers for this amount");
      case UNDER_WAY -> new Returning.UnderWay(referenceOf(asked));
      default -> returned(asked);
    };
  }

  private void loseTheFirstAnswer(UUID reference) {
    if (lost.add(reference)) {
      throw new Unavailable("sandbox: loses the first answer for this amount");
    }
  }

  private static Returning returned(Return asked) {
    return new Returning.Returned(referenceOf(asked));
  }

  private static String referenceOf(Return asked) {
    return "sandbox-" + asked.reference();
  }

  @Override
  public Returning lookUp(String reference) {
    return new Returning.Returned(reference);
  }

  private static Answer charged(Charge charge) {
    return new Answer.Charged("sandbox-" + charge.reference());
  }

  private static int lastTwoDigits(Money amount) {
    return amount.amount().unscaledValue().mod(HUNDRED).intValue();
  }
}
