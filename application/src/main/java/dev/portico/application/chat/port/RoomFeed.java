package dev.portico.application.chat.port;

import dev.portico.domain.chat.ChatMessage;
import dev.portico.domain.chat.KeptMessage;
import dev.portico.domain.chat.RoomName;

/**
 * Carries what is kept in {@link Messages} to everyone who listens in its room, on whichever node
 * they are. It keeps nothing itself.
 */
public interface RoomFeed {

  /** Whoever listens. */
  interface Listener {

    /**
     * Takes a message. Must return at once: a listener that waits keeps the whole room waiting. One
     * that throws is its own loss; the others hear the message all the same.
     */
    void hear(ChatMessage message);
  }

  /** A listener's place in a room. */
  interface Subscription {

    /**
     * Ends it.
     *
     * <p>Promise: the listener hears nothing after this has returned. Ending it again does nothing.
     */
    void end();
  }

  /**
   * Listens in a room.
   *
   * <p>Promise: until the subscription is ended, the listener hears every message of the room that
   * was appended after this had returned, each once, in the order of their numbers, and none of
   * another room nor of before the call. That holds however long the way to the store was cut, once
   * it is there again. A room that nobody speaks in is silent: that is no failure.
   *
   * <p>Concurrency: any number of threads at once. A listener hears one message at a time, on
   * whatever thread, which may be that of somebody who publishes.
   *
   * @throws dev.portico.application.shared.Unavailable if the store is away; there is no
   *     subscription then
   */
  Subscription subscribe(RoomName room, Listener listener);

  /**
   * Says that a message is kept, so that it is heard at once. A message that nobody publishes is
   * heard with the next one or within seconds.
   *
   * <p>Promise: never fails. Takes no part in transactions: to be called after the commit, outside
   * of any.
   *
   * <p>Concurrency: any number of threads at once. Waits for no listener's peer. Whether the
   * listeners have heard it when this returns is not promised.
   */
  void publish(KeptMessage message);
}
