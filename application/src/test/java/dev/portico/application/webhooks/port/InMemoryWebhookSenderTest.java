package dev.portico.application.webhooks.port;

import dev.portico.domain.webhooks.Reply;
import dev.portico.domain.webhooks.WebhookUrl;
import java.util.List;
import java.util.Optional;

class InMemoryWebhookSenderTest extends WebhookSenderContract {

  private final InMemoryWebhookSender sender = new InMemoryWebhookSender();

  @Override
  protected WebhookSender sender() {
    return sender;
  }

  @Override
  protected WebhookUrl receiver(int status) {
    var url = WebhookUrl.parse("https://hooks.example.com/" + status).orThrow();
    sender.replying(url.text(), new Reply.Answered(status, Optional.empty()));
    return url;
  }

  @Override
  protected List<Received> received() {
    return sender.received().stream()
        .map(it ->
            new Received(
                it.id(), Long.toString(it.at().getEpochSecond()), it.signature(), it.body()))
        .toList();
  }

  @Override
  protected WebhookUrl forbidden() {
    var url = WebhookUrl.parse("https://inside.example.com/").orThrow();
    sender.forbid(url.text());
    return url;
  }
}
