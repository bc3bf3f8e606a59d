package dev.portico.application.chat.port;

import dev.portico.domain.chat.ChatMessage;
import dev.portico.domain.chat.KeptMessage;
import dev.portico.domain.chat.RoomName;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that was said, room by room. What a user has said goes with the account; of numbers that are
 * gone nothing is shown.
 */
public interface Messages {

  /**
   * Keeps a message as the last one of its room.
   *
   * <p>Promise: it gets the number after that of the room's last message, 1 where there was none,
   * and once anybody can see it, all messages of lower numbers can be seen. Part of the running
   * transaction; outside of one it is durable when this returns. What is undone gives its number
   * back.
   *
   * <p>Concurrency: any number at once, on any number of nodes; who speaks in a room waits for
   * those who are about to, nobody else does.
   *
   * @return its number
   * @throws dev.portico.application.shared.OwnerGone if its author is a user who is gone
   */
  long append(ChatMessage message);

  /**
   * The number of the last message of each of these rooms, whether it is still there or not. Rooms
   * in which nothing was ever said are left out.
   */
  Map<RoomName, Long> lastIn(Set<RoomName> rooms);

  /** The first messages of a room behind this number, in their order. */
  List<KeptMessage> after(RoomName room, long number, int atMost);

  /**
   * A page of a room's messages, the last one first. A position is a number.
   *
   * <p>Promise: following the pages from the first shows every message that was there all the time
   * exactly once, whatever comes meanwhile. Costs the same for every page.
   */
  Page<KeptMessage, Long> list(RoomName room, PageRequest<Long> request);

  /**
   * Forgets messages that were sent before this instant, some of them if there are many.
   *
   * <p>Concurrency: any number at once; each message is counted by one of them.
   *
   * @return how many were forgotten; fewer than {@code atMost} if no other is left that is not
   *     being forgotten elsewhere
   */
  int purge(Instant before, int atMost);
}
