package dev.portico.persistence.chat;

import dev.portico.application.chat.port.Messages;
import dev.portico.application.chat.port.MessagesContract;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.RowTypes;
import dev.portico.persistence.users.UserRows;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaMessagesTest extends MessagesContract {

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase(RowTypes.of(MessageRow.class));

  @Override
  protected Messages messages() {
    return new JpaMessages(fresh.context());
  }

  @Override
  protected Transactions transactions() {
    return fresh.transactions();
  }

  @Override
  protected void add(User user) {
    UserRows.add(fresh, user);
  }

  @Override
  protected void delete(UserId user) {
    fresh.execute("delete from users where id = '%s'".formatted(user));
  }
}
