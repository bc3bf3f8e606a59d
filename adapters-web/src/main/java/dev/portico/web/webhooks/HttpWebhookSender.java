package dev.portico.web.webhooks;

import dev.portico.application.webhooks.port.WebhookSender;
import dev.portico.domain.webhooks.Reply;
import dev.portico.domain.webhooks.WebhookUrl;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * Sends messages over HTTP (Standard Webhooks 1.0), with neither our time nor our memory in the
 * hands of a receiver: the deadline is for all of it, from looking the name up to the last byte
 * that is read, and no more is read than is needed to let a receiver finish a short answer.
 */
final class HttpWebhookSender implements WebhookSender, AutoCloseable {

  /**
   * What one message may cost.
   *
   * @param deadline from the start to the end of the answer
   * @param maxBytes how much of the answer is read, and thrown away
   */
  record Limits(Duration deadline, int maxBytes) {

    static final Limits USUAL = new Limits(Duration.ofSeconds(20), 64 << 10);
  }

  private final CheckedAddresses addresses;
  private final Limits limits;
  private final CloseableHttpClient client;

  HttpWebhookSender(CheckedAddresses addresses, Limits limits) {
    this.addresses = addresses;
    this.limits = limits;
    client = WebhookClient.over(addresses, limits.deadline());
  }

  @Override
  public boolean isForbidden(WebhookUrl url) {
    return addresses.isForbidden(hostOf(url.value()));
  }

  /** As the client would look it up: an address in version 6 without its brackets. */
  private static String hostOf(URI url) {
    return url.getHost().replaceAll("[\\[\\]]", "");
  }

  /**
   * On a thread of its own, so that the deadline holds for what cannot be interrupted as well: a
   * timeout of the socket begins anew with each byte that drips in.
   */
  @Override
  public Reply send(Message message) {
    var request = request(message);
    var running = new FutureTask<>(() -> exchange(request, message));
    Thread.ofVirtual().name("webhook").start(running);
    try {
      return running.get(limits.deadline().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return new Reply.Failed(Reply.Failure.TIMEOUT);
    } catch (ExecutionException failed) {
      return new Reply.Failed(WebhookFailures.of(failed));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Reply.Failed(Reply.Failure.TIMEOUT);
    } finally {
      // Closes the connection, whatever has ended the waiting.
      request.abort();
    }
  }

  private static HttpPost request(Message message) {
    var request = new HttpPost(message.url().value());
    request.setHeader("webhook-id", message.id());
    request.setHeader("webhook-timestamp", Long.toString(message.at().getEpochSecond()));
    request.setHeader("webhook-signature", message.signature());
    request.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON));
    return request;
  }

  private Reply exchange(HttpPost request, Message message) throws IOException {
    return client.execute(
        request,
        answer -> {
          var reply = new Reply.Answered(answer.getCode(), RetryAfter.of(answer, message.at()));
          if (!readToItsEnd(answer)) {
            // Closing it in good order would read on.
            request.abort();
          }
          return reply;
        });
  }

  /** False if there is more than is read. */
  private boolean readToItsEnd(ClassicHttpResponse answer) throws IOException {
    return answer.getEntity() == null
        || answer.getEntity().getContent().readNBytes(limits.maxBytes() + 1).length
            <= limits.maxBytes();
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
