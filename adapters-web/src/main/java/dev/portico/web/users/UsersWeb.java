package dev.portico.web.users;

import dev.portico.application.Hexagon;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import dev.portico.web.shared.Answers;
import dev.portico.web.shared.Cursors;
import dev.portico.web.shared.Paging;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The users feature's routes. */
@Configuration(proxyBeanMethods = false)
public class UsersWeb {

  @Bean
  UsersController usersController(Hexagon hexagon, Answers answers, Cursors cursors) {
    return new UsersController(
        hexagon, answers, paging(cursors, "users"), paging(cursors, "members"));
  }

  private static Paging<User.Position> paging(Cursors cursors, String list) {
    return new Paging<>(
        cursors,
        list,
        User.Position::createdAt,
        position -> position.id().value(),
        (createdAt, id) -> new User.Position(createdAt, new UserId(id)));
  }
}
