package dev.portico.application.chat.port;

import dev.portico.domain.chat.ChatMessage;
import dev.portico.domain.chat.RoomName;

/** Carries what is said in a room to everyone who listens there. It keeps nothing. */
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
     * <p>Promise: the listener hears nothing that is published after this has returned. Ending it
     * again does nothing.
     */
    void end();
  }

  /**
   * Listens in a room.
   *
   * <p>Promise: until the subscription is ended, the listener hears every message of the room whose
   * publishing began after this has returned, each once, and none of another room. All listeners of
   * a room hear its messages in the same order. A room that nobody speaks in is silent: that is no
   * failure.
   *
   * <p>Concurrency: any number of threads at once. A listener hears one message at a time, on
   * whatever thread, which may be the publisher's own.
   */
  Subscription subscribe(RoomName room, Listener listener);

  /**
   * Says something to everyone in the message's room, the author too.
   *
   * <p>Promise: the messages that one thread publishes in a room are heard in that order. Takes no
   * part in transactions: what has been published is heard, even if one is undone later, so publish
   * after the commit. Nobody listening is no failure.
   *
   * <p>Concurrency: any number of threads at once. Waits for no listener's peer. Whether the
   * listeners have heard it when this returns is not promised.
   *
   * @throws dev.portico.application.shared.Unavailable if the message cannot be carried; nobody, or
   *     some, heard it
   */
  void publish(ChatMessage message);
}
