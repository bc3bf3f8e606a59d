package dev.portico.web.payments;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/**
 * Carries what Stripe's library says. Its own transport has a time limit for each read, which a
 * peer that drips never meets; here the read timeout of a request is its deadline. Nor does this
 * one tell Stripe of the machine it runs on.
 */
final class StripeTransport extends HttpClient {

  /** How fast Stripe answered before. */
  private static final String TELEMETRY = "X-Stripe-Client-Telemetry";

  private final GatewayConnection connection;

  StripeTransport(GatewayConnection connection) {
    this.connection = connection;
  }

  @Override
  public StripeResponse request(StripeRequest request) throws StripeException {
    try {
      var deadline = Duration.ofMillis(request.options().getReadTimeout());
      var answer = connection.send(plain(request), deadline);
      return new StripeResponse(
          answer.statusCode(), HttpHeaders.of(answer.headers().map()), answer.body());
    } catch (IOException failure) {
      throw new ApiConnectionException(String.valueOf(failure.getMessage()), failure);
    }
  }

  private static HttpRequest plain(StripeRequest request) {
    var plain = HttpRequest.newBuilder(URI.create(request.url().toString()));
    request
        .headers()
        .map()
        .forEach((name, values) -> {
          if (!name.equalsIgnoreCase(TELEMETRY)) {
            values.forEach(value -> plain.header(name, value));
          }
        });
    var content = request.content();
    if (content == null) {
      return plain.method(request.method().name(), BodyPublishers.noBody()).build();
    }
    return plain
        .header("Content-Type", content.contentType())
        .method(request.method().name(), BodyPublishers.ofByteArray(content.byteArrayContent()))
        .build();
  }
}
