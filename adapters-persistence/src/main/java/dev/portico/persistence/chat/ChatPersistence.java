package dev.portico.persistence.chat;

import dev.portico.application.chat.port.RoomFeed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the chat rests on. */
@Configuration(proxyBeanMethods = false)
public class ChatPersistence {

  @Bean
  RoomFeed roomFeed() {
    return new LocalRoomFeed();
  }
}
