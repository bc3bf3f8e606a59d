package dev.portico.web.users;

import dev.portico.application.Hexagon;
import dev.portico.application.shared.Answer;
import dev.portico.application.users.ListMembers;
import dev.portico.application.users.ListUsers;
import dev.portico.application.users.RegisterUser;
import dev.portico.application.users.ViewUser;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import dev.portico.web.shared.Answers;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.JsonBody;
import dev.portico.web.shared.Once;
import dev.portico.web.shared.PageJson;
import dev.portico.web.shared.Paging;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.QueryFields;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import dev.portico.web.users.UsersJson.AccountJson;
import dev.portico.web.users.UsersJson.ProfileJson;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registering, and looking users up. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class UsersController {

  private final Hexagon hexagon;
  private final Answers answers;
  private final Paging<User.Position> paging;
  private final Paging<User.Position> memberPaging;

  UsersController(
      Hexagon hexagon,
      Answers answers,
      Paging<User.Position> paging,
      Paging<User.Position> memberPaging) {
    this.hexagon = hexagon;
    this.answers = answers;
    this.paging = paging;
    this.memberPaging = memberPaging;
  }

  @PostMapping(
      path = {"/auth/register", "/users", "/users/"},
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> register(JsonBody body, Once once) {
    // Before the transaction that an Idempotency-Key opens: hashing must not hold a connection.
    var command = UsersJson.registration(body, hexagon.choosePassword(), hexagon.securePassword());
    return once.answer(() -> answer(hexagon.registerUser().handle(command)));
  }

  private Answer answer(RegisterUser.Outcome outcome) {
    return switch (outcome) {
      case RegisterUser.Outcome.Registered(var user) ->
          answers.created("/users/" + user.id(), AccountJson.of(user));
      case RegisterUser.Outcome.UsernameHeld() ->
          throw Refusal.of(ProblemType.ALREADY_REGISTERED, "Username already registered");
      case RegisterUser.Outcome.EmailHeld() ->
          throw Refusal.of(ProblemType.ALREADY_REGISTERED, "Email already registered");
    };
  }

  @GetMapping("/users/me")
  @RoutePolicy(Who.USER)
  MemberJson me(Caller caller) {
    return MemberJson.of(found(new UserId(caller.id())));
  }

  @GetMapping("/users/{id}")
  @RoutePolicy(Who.PUBLIC)
  ProfileJson view(@PathVariable String id) {
    return ProfileJson.of(
        found(UserId.parse(id).asOptional().orElseThrow(UsersController::notFound)));
  }

  private User found(UserId id) {
    return switch (hexagon.viewUser().handle(new ViewUser.Command(id))) {
      case ViewUser.Outcome.Found(var user) -> user;
      case ViewUser.Outcome.NotFound() -> throw notFound();
    };
  }

  private static Refusal notFound() {
    return Refusal.of(ProblemType.NOT_FOUND, "User not found");
  }

  @GetMapping({"/users", "/users/"})
  @RoutePolicy(Who.ANYONE)
  PageJson<?> list(QueryFields query, Optional<Caller> caller) {
    return caller.filter(Caller::admin).isPresent() ? members(query) : profiles(query);
  }

  private PageJson<MemberJson> members(QueryFields query) {
    var filter = UsersJson.filter(query);
    var asked = memberPaging.asked(query);
    query.check();
    var command = new ListMembers.Command(filter.get(), asked.get());
    return switch (hexagon.listMembers().handle(command)) {
      case ListMembers.Outcome.Listed(var page) -> memberPaging.answer(page, MemberJson::of);
    };
  }

  private PageJson<ProfileJson> profiles(QueryFields query) {
    var asked = paging.asked(query);
    query.check();
    return switch (hexagon.listUsers().handle(new ListUsers.Command(asked.get()))) {
      case ListUsers.Outcome.Listed(var page) -> paging.answer(page, ProfileJson::of);
    };
  }
}
