package dev.portico.web.chat;

import dev.portico.application.Hexagon;
import dev.portico.application.chat.PurgeMessages;
import dev.portico.web.shared.Cursors;
import dev.portico.web.shared.SocketThreads;
import dev.portico.web.shared.Upkeep;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.WebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/** The chat's routes, its page and its sockets. Asks for a bean {@link Settings}. */
@Configuration(proxyBeanMethods = false)
public class ChatWeb {

  /**
   * How many sockets may be open on a node.
   *
   * @param socketsPerAddress of one client address, of users as well as guests
   */
  public record Settings(int socketsPerUser, int socketsPerAddress, int sockets) {

    public static final Settings DEFAULT = new Settings(10, 100, 2_000);
  }

  /**
   * Somebody who may not stay has to go within five seconds. Three of them may pass until it is
   * noticed, just after a sweep at worst.
   */
  private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(1);

  private static final Duration BETWEEN_PURGES = Duration.ofHours(1);

  @Bean
  ChatSockets chatSockets(
      Hexagon hexagon,
      InstantSource time,
      JsonMapper json,
      SocketThreads threads,
      Settings settings) {
    var room = new ChatSockets.Room(hexagon.hearRoom(), hexagon.postMessage(), time);
    return new ChatSockets(room, new ChatJson(json), threads, settings);
  }

  @Bean
  WebSocketHandler chatHandler(ChatSockets sockets) {
    return new ChatHandler(sockets);
  }

  @Bean
  Upkeep chatSweep(ChatSockets sockets) {
    return new Upkeep(BETWEEN_SWEEPS, sockets::sweep);
  }

  @Bean
  Upkeep chatPurge(Hexagon hexagon) {
    return new Upkeep(BETWEEN_PURGES, () -> purge(hexagon.purgeMessages()));
  }

  private static void purge(PurgeMessages purgeMessages) {
    switch (purgeMessages.handle(new PurgeMessages.Command())) {
      case PurgeMessages.Outcome.Purged _ -> {}
    }
  }

  @Bean
  ChatController chatController(
      Hexagon hexagon, ChatSockets sockets, WebSocketHandler handler, Cursors cursors) {
    return new ChatController(hexagon, sockets, handler, cursors);
  }

  @Bean
  ChatPageController chatPageController() {
    return new ChatPageController();
  }
}
