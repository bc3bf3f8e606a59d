package dev.portico.web.webhooks;

import dev.portico.application.webhooks.port.WebhookSender;
import dev.portico.application.webhooks.port.WebhookSenderContract;
import dev.portico.domain.webhooks.WebhookUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class HttpWebhookSenderTest extends WebhookSenderContract {

  private static final byte[] FORBIDDEN = {127, 0, 0, 2};

  private final List<Receiver> receivers = new ArrayList<>();
  private final HttpWebhookSender sender =
      new HttpWebhookSender(
          new CheckedAddresses(
              address -> !java.util.Arrays.equals(address, FORBIDDEN), InetAddress::getAllByName),
          new HttpWebhookSender.Limits(Duration.ofSeconds(10), 64 << 10));

  @AfterEach
  void close() throws IOException {
    sender.close();
    for (var receiver : receivers) {
      receiver.close();
    }
  }

  @Override
  protected WebhookSender sender() {
    return sender;
  }

  @Override
  protected WebhookUrl receiver(int status) {
    var location = receivers.isEmpty() ? "/elsewhere" : receivers.getFirst().url().text();
    var receiver = Receiver.answering("HTTP/1.1 " + status + " Whatever", "Location: " + location);
    receivers.add(receiver);
    return receiver.url();
  }

  @Override
  protected List<Received> received() {
    return receivers.stream()
        .flatMap(it -> it.requests().stream())
        .map(it ->
            new Received(
                it.header("webhook-id"),
                it.header("webhook-timestamp"),
                it.header("webhook-signature"),
                it.body()))
        .toList();
  }

  @Override
  protected WebhookUrl forbidden() {
    var receiver = Receiver.answering("HTTP/1.1 200 OK");
    receivers.add(receiver);
    return receiver.url("http://127.0.0.2");
  }
}
