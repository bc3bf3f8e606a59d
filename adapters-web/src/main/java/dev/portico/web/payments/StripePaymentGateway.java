package dev.portico.web.payments;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods.AllowRedirects;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundRetrieveParams;
import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.payments.PaymentMethod;
import dev.portico.web.payments.GatewayConnection.Limits;
import dev.portico.web.payments.PaymentsWeb.StripeKey;
import dev.portico.web.shared.PeerUrl;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stripe, by its own library. A charge is a PaymentIntent that is created and confirmed at once, by
 * our reference as Stripe's idempotency key, so that asking again gives the first answer.
 *
 * <p>What Stripe refuses for good is a decline: 402, and 400 for what it cannot charge at all. All
 * else is no answer.
 */
final class StripePaymentGateway implements PaymentGateway, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StripePaymentGateway.class);
  private static final String OUR_NAME = "portico_reference";

  /** Stripe's own, a card that can always be charged; in test mode only. */
  private static final PaymentMethod TEST_METHOD = new PaymentMethod("pm_card_visa");

  private final GatewayConnection connection;
  private final StripeClient stripe;
  private final boolean forTests;
  private final Duration deadline;

  StripePaymentGateway(StripeKey key, Optional<PeerUrl> address, Limits limits) {
    connection = new GatewayConnection(limits);
    forTests = key.isForTests();
    deadline = limits.deadline();
    var client =
        StripeClient.builder()
            .setApiKey(key.text())
            .setMaxNetworkRetries(0)
            .setHttpClient(new StripeTransport(connection));
    address.ifPresent(url -> client.setApiBase(url.target().toString().replaceAll("/+$", "")));
    stripe = client.build();
  }

  private interface Question<T> {
    T ask(long endNanos) throws StripeException;
  }

  private interface Refused<T> {
    T because(String reason);
  }

  @Override
  public Answer charge(Charge charge) {
    var amount = StripeAmount.of(charge.amount());
    var method = charge.method().or(() -> forTests ? Optional.of(TEST_METHOD) : Optional.empty());
    if (amount.isEmpty()) {
      return new Answer.Declined("Stripe cannot take exactly " + charge.amount());
    }
    if (method.isEmpty()) {
      return new Answer.Declined("A payment_method is needed");
    }
    var asked = intent(charge, amount.getAsLong(), method.get());
    var key = charge.reference().toString();
    return answered(
        end -> ended(stripe.v1().paymentIntents().create(asked, options(key, end)), end),
        Answer.Declined::new);
  }

  private static PaymentIntentCreateParams intent(
      Charge charge, long amount, PaymentMethod method) {
    var params =
        PaymentIntentCreateParams.builder()
            .setAmount(amount)
            .setCurrency(currency(charge.amount().currency().getCurrencyCode()))
            .setConfirm(true)
            .setPaymentMethod(method.text())
            // Nobody is there to be led to a bank's page.
            .setErrorOnRequiresAction(true)
            .setAutomaticPaymentMethods(
                AutomaticPaymentMethods.builder()
                    .setEnabled(true)
                    .setAllowRedirects(AllowRedirects.NEVER)
                    .build())
            .putMetadata(OUR_NAME, charge.reference().toString());
    charge.description().ifPresent(it -> params.setDescription(it.text()));
    return params.build();
  }

  /** Under its key Stripe tells what was first so; what has not ended then is looked at anew. */
  private Answer ended(PaymentIntent first, long end) {
    var intent = first.getStatus().equals("processing") ? anew(first.getId(), end) : first;
    return switch (intent.getStatus()) {
      case "succeeded" -> new Answer.Charged(intent.getId());
      case "requires_payment_method", "canceled" -> new Answer.Declined(reason(intent));
      default -> throw StripeFailures.unavailable("the charge is " + intent.getStatus());
    };
  }

  /** Whatever goes wrong here: the charge is there, and may succeed. */
  private PaymentIntent anew(String id, long end) {
    try {
      return stripe
          .v1()
          .paymentIntents()
          .retrieve(id, PaymentIntentRetrieveParams.builder().build(), options(null, end));
    } catch (StripeException failure) {
      throw StripeFailures.unavailable(failure);
    }
  }

  private static String reason(PaymentIntent intent) {
    var error = intent.getLastPaymentError();
    return DeclineReason.of(error == null ? null : error.getMessage(), "declined by Stripe");
  }

  @Override
  public Returning giveBack(Return wanted) {
    var amount = StripeAmount.of(wanted.amount());
    if (amount.isEmpty()) {
      return new Returning.Declined("Stripe cannot give back exactly " + wanted.amount());
    }
    var asked =
        RefundCreateParams.builder()
            .setPaymentIntent(wanted.charge())
            .setAmount(amount.getAsLong())
            .putMetadata(OUR_NAME, wanted.reference().toString())
            .build();
    var key = wanted.reference().toString();
    return answered(
        end -> ended(stripe.v1().refunds().create(asked, options(key, end))),
        Returning.Declined::new);
  }

  /** Whatever goes wrong here: the refund is there, and may succeed. */
  @Override
  public Returning lookUp(String reference) {
    long end = System.nanoTime() + deadline.toNanos();
    try {
      var params = RefundRetrieveParams.builder().build();
      return ended(stripe.v1().refunds().retrieve(reference, params, options(null, end)));
    } catch (StripeException failure) {
      throw StripeFailures.unavailable(failure);
    } catch (Unavailable known) {
      throw known;
    } catch (RuntimeException odd) {
      throw unreadable(odd);
    }
  }

  /** Of one that is pending a bank will say in days what became of it. */
  private static Returning ended(Refund refund) {
    return switch (refund.getStatus()) {
      case "succeeded" -> new Returning.Returned(refund.getId());
      case "pending", "requires_action" -> new Returning.UnderWay(refund.getId());
      case "failed", "canceled" ->
          new Returning.Declined(DeclineReason.of(refund.getFailureReason(), "refused by Stripe"));
      default -> throw StripeFailures.unavailable("the refund is " + refund.getStatus());
    };
  }

  private RequestOptions options(@Nullable String key, long endNanos) {
    long left = Math.max(1, (endNanos - System.nanoTime()) / 1_000_000);
    return RequestOptions.builder()
        .setIdempotencyKey(key)
        .setReadTimeout(Math.toIntExact(left))
        .build();
  }

  private <T> T answered(Question<T> question, Refused<T> refused) {
    try {
      return question.ask(System.nanoTime() + deadline.toNanos());
    } catch (CardException declined) {
      return refused.because(StripeFailures.reason(declined));
    } catch (IdempotencyException reused) {
      throw StripeFailures.unavailable(reused);
    } catch (InvalidRequestException impossible) {
      LOG.warn("Stripe refused a request: {}", StripeFailures.nameOf(impossible));
      return refused.because(StripeFailures.reason(impossible));
    } catch (StripeException failure) {
      throw StripeFailures.unavailable(failure);
    } catch (Unavailable known) {
      throw known;
    } catch (RuntimeException odd) {
      throw unreadable(odd);
    }
  }

  /** The library stumbles over answers that are none. */
  private static Unavailable unreadable(RuntimeException odd) {
    return StripeFailures.unavailable("it cannot be read, " + odd.getClass().getSimpleName());
  }

  private static String currency(String code) {
    return code.toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public void close() {
    connection.close();
  }
}
