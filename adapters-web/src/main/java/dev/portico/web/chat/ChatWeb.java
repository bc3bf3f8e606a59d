package dev.portico.web.chat;

import dev.portico.application.Hexagon;
import dev.portico.web.shared.SocketThreads;
import dev.portico.web.shared.Upkeep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.WebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/** The chat's route, and its sockets. */
@Configuration(proxyBeanMethods = false)
public class ChatWeb {

  /**
   * Somebody who may not stay has to go within five seconds. Three of them may pass until it is
   * noticed, just after a sweep at worst.
   */
  private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(1);

  @Bean
  ChatSockets chatSockets(Hexagon hexagon, JsonMapper json, SocketThreads threads) {
    return new ChatSockets(hexagon, new ChatJson(json), threads);
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
  ChatController chatController(Hexagon hexagon, ChatSockets sockets, WebSocketHandler handler) {
    return new ChatController(hexagon.joinRoom(), sockets, handler);
  }
}
