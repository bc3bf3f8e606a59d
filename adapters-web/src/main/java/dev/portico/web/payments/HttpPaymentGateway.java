package dev.portico.web.payments;

import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.payments.PaymentDescription;
import dev.portico.domain.payments.PaymentMethod;
import dev.portico.web.payments.GatewayConnection.Limits;
import dev.portico.web.shared.PeerUrl;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Any gateway that speaks the small protocol of docs/operations.md, such as one that stands before
 * another: a POST to {@code /charges} or {@code /refunds}, with our reference for its {@code
 * Idempotency-Key}; 200 or 201 with a {@code reference}, or 402 with a {@code reason}. A refund may
 * be 202 with a {@code reference}, and is then asked for by a GET of it. All else is no answer.
 */
final class HttpPaymentGateway implements PaymentGateway, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpPaymentGateway.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MAX_REFERENCE_LENGTH = 255;
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;
  private static final int PAYMENT_REQUIRED = 402;

  private final GatewayConnection connection;
  private final PeerUrl address;
  private final Limits limits;

  HttpPaymentGateway(PeerUrl address, Limits limits) {
    connection = new GatewayConnection(limits);
    this.address = address;
    this.limits = limits;
  }

  @Override
  public Answer charge(Charge charge) {
    var reference = charge.reference().toString();
    var body =
        JSON.createObjectNode()
            .put("reference", reference)
            .put("amount", charge.amount().amountText())
            .put("currency", charge.amount().currency().getCurrencyCode())
            .put("description", charge.description().map(PaymentDescription::text).orElse(null))
            .put("payment_method", charge.method().map(PaymentMethod::text).orElse(null));
    return answer(request("charges", reference, body), HttpPaymentGateway::charged);
  }

  @Override
  public Returning giveBack(Return wanted) {
    var reference = wanted.reference().toString();
    var body =
        JSON.createObjectNode()
            .put("reference", reference)
            .put("charge", wanted.charge())
            .put("amount", wanted.amount().amountText())
            .put("currency", wanted.amount().currency().getCurrencyCode());
    return answer(request("refunds", reference, body), HttpPaymentGateway::returned);
  }

  @Override
  public Returning lookUp(String reference) {
    var segment = URLEncoder.encode(reference, StandardCharsets.UTF_8);
    return answer(request("refunds/" + segment).GET().build(), HttpPaymentGateway::returned);
  }

  /** What an answer says. */
  private interface Reading<T> {
    T of(HttpResponse<String> answer) throws IOException;
  }

  private static Answer charged(HttpResponse<String> answer) throws IOException {
    return switch (answer.statusCode()) {
      case OK, CREATED -> new Answer.Charged(theirs(answer));
      case PAYMENT_REQUIRED -> new Answer.Declined(reason(answer));
      default -> throw unknown(answer);
    };
  }

  private static Returning returned(HttpResponse<String> answer) throws IOException {
    return switch (answer.statusCode()) {
      case OK, CREATED -> new Returning.Returned(theirs(answer));
      case ACCEPTED -> new Returning.UnderWay(theirs(answer));
      case PAYMENT_REQUIRED -> new Returning.Declined(reason(answer));
      default -> throw unknown(answer);
    };
  }

  private static String reason(HttpResponse<String> answer) throws IOException {
    return DeclineReason.of(text(answer, "reason"), "declined");
  }

  private static IOException unknown(HttpResponse<String> answer) {
    return new IOException("it answered " + answer.statusCode());
  }

  private <T> T answer(HttpRequest request, Reading<T> reading) {
    try {
      return reading.of(connection.send(request, limits.deadline()));
    } catch (IOException failure) {
      LOG.warn("No answer from {}: {}", address, failure.getMessage());
      throw new Unavailable("the payment gateway gives no answer", failure);
    }
  }

  private HttpRequest request(String what, String reference, ObjectNode body) {
    return request(what)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", reference)
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
        .build();
  }

  private HttpRequest.Builder request(String what) {
    var target = URI.create(address.target().toString().replaceAll("/+$", "") + "/" + what);
    var request = HttpRequest.newBuilder(target).header("Accept", "application/json");
    address.authorization().ifPresent(value -> request.header("Authorization", value));
    return request;
  }

  /** Its own name for what it did. */
  private static String theirs(HttpResponse<String> answer) throws IOException {
    return Optional.of(text(answer, "reference"))
        .filter(it -> it.matches("[!-~]{1," + MAX_REFERENCE_LENGTH + "}"))
        .orElseThrow(() -> new IOException("it answered without a reference"));
  }

  private static String text(HttpResponse<String> answer, String member) throws IOException {
    try {
      return JSON.readTree(answer.body()).path(member).asString("");
    } catch (JacksonException broken) {
      throw new IOException("it answered with no JSON", broken);
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
