package dev.portico.application.webhooks.port;

import dev.portico.domain.webhooks.Reply;
import dev.portico.domain.webhooks.WebhookUrl;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Receivers in memory. They take everything, but for those that were told otherwise. */
public final class InMemoryWebhookSender implements WebhookSender {

  private final List<Message> received = new ArrayList<>();
  private final Map<String, Reply> always = new ConcurrentHashMap<>();
  private final Map<String, Queue<Reply>> next = new ConcurrentHashMap<>();
  private final Set<String> forbidden = ConcurrentHashMap.newKeySet();

  @Override
  public synchronized Reply send(Message message) {
    var url = message.url().text();
    if (forbidden.contains(url)) {
      return new Reply.Failed(Reply.Failure.ADDRESS_REFUSED);
    }
    received.add(message);
    return Optional.ofNullable(next.getOrDefault(url, new ArrayDeque<>()).poll())
        .orElseGet(() -> always.getOrDefault(url, new Reply.Answered(200, Optional.empty())));
  }

  @Override
  public boolean isForbidden(WebhookUrl url) {
    return forbidden.contains(url.text());
  }

  /** From now on this is what comes of every message to this receiver. */
  public void replying(String url, Reply reply) {
    always.put(url, reply);
  }

  /** What comes of the next message to this receiver. */
  public synchronized void replyingNext(String url, Reply reply) {
    next.computeIfAbsent(url, _ -> new ArrayDeque<>()).add(reply);
  }

  /** From now on this receiver's name leads to an address that is never called. */
  public void forbid(String url) {
    forbidden.add(url);
  }

  /** What has come in, the earliest first. */
  public synchronized List<Message> received() {
    return List.copyOf(received);
  }
}
