package dev.portico.application.webhooks.port;

import dev.portico.domain.webhooks.Reply;
import dev.portico.domain.webhooks.WebhookUrl;
import java.time.Instant;

/** Sends messages to receivers, of whom it trusts none (Standard Webhooks 1.0). */
public interface WebhookSender {

  /**
   * What is sent.
   *
   * @param id the message's, the same at every attempt
   * @param at when it is sent
   * @param signature one or several, separated by blanks
   * @param body JSON
   */
  record Message(WebhookUrl url, String id, Instant at, String signature, String body) {}

  /**
   * Sends a message.
   *
   * <p>Promise: back within half a minute, whatever the receiver does, and without an exception for
   * anything that the receiver does. A redirect is an answer like others. The connection leads to
   * an address that the rule for webhooks admits, checked at this time.
   *
   * <p>Concurrency: any number of threads at once.
   */
  Reply send(Message message);

  /**
   * Whether the host's name leads to an address that is never called. {@code false} where it leads
   * nowhere at this time, which {@link #send} would find out.
   *
   * <p>Back within a few seconds.
   */
  boolean isForbidden(WebhookUrl url);
}
