package dev.portico.web.payments;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import dev.portico.application.shared.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Words what goes wrong at Stripe. What is logged of a failure are its kind, its code and Stripe's
 * own name for the request, never its text, which may quote what was sent.
 */
final class StripeFailures {

  private static final Logger LOG = LoggerFactory.getLogger(StripeFailures.class);

  private StripeFailures() {}

  /** Why Stripe refused, for the payer. */
  static String reason(StripeException refusal) {
    var error = refusal.getStripeError();
    var said = DeclineReason.of(error == null ? null : error.getMessage(), "declined by Stripe");
    var code =
        refusal instanceof CardException card && card.getDeclineCode() != null
            ? card.getDeclineCode()
            : refusal.getCode();
    return code == null
        ? said
        : "%s (%s)".formatted(said.replaceFirst("\\.$", ""), DeclineReason.of(code, "no code"));
  }

  /** That there is no answer, said to the log as well. */
  static Unavailable unavailable(String what) {
    LOG.warn("No answer from Stripe: {}", what);
    return new Unavailable("no answer from Stripe: " + what);
  }

  static Unavailable unavailable(StripeException failure) {
    return unavailable(nameOf(failure));
  }

  static String nameOf(StripeException failure) {
    return "%s, status %s, code %s, request %s"
        .formatted(
            failure.getClass().getSimpleName(),
            failure.getStatusCode(),
            DeclineReason.of(failure.getCode(), "none"),
            DeclineReason.of(failure.getRequestId(), "none"));
  }
}
