package dev.portico.persistence.chat;

import dev.portico.application.chat.port.Messages;
import dev.portico.application.chat.port.RoomFeed;
import dev.portico.persistence.shared.Database;
import dev.portico.persistence.shared.PersistenceContext;
import dev.portico.persistence.shared.RowTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the chat rests on. */
@Configuration(proxyBeanMethods = false)
public class ChatPersistence {

  @Bean
  RowTypes messageRows() {
    return RowTypes.of(MessageRow.class);
  }

  @Bean
  Messages messages(PersistenceContext context) {
    return new JpaMessages(context);
  }

  @Bean
  RoomFeed roomFeed(Messages messages, Database database) {
    return new PostgresRoomFeed(messages, database);
  }
}
