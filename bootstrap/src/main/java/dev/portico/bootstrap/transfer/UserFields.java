package dev.portico.bootstrap.transfer;

import dev.portico.application.users.ImportUsers.Candidate;
import dev.portico.domain.shared.InvalidInput;
import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.FullName;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.Role;
import dev.portico.domain.users.UserId;
import dev.portico.domain.users.Username;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes a user of a line of text, or says of every field what is wrong with it. */
final class UserFields {

  static final String ID = "id";
  static final String USERNAME = "username";
  static final String EMAIL = "email";
  static final String EMAIL_VERIFIED = "email_verified";
  static final String FULL_NAME = "full_name";
  static final String IS_ACTIVE = "is_active";
  static final String ROLES = "roles";
  static final String CREATED_AT = "created_at";
  static final String PASSWORD_HASH = "password_hash";

  /** All there are, in the order in which they are written. */
  static final List<String> NAMES =
      List.of(
          ID,
          USERNAME,
          EMAIL,
          EMAIL_VERIFIED,
          FULL_NAME,
          IS_ACTIVE,
          ROLES,
          CREATED_AT,
          PASSWORD_HASH);

  /** What a text that is no UTF-8 is read as in places. */
  private static final char REPLACEMENT = '\uFFFD';

  /** How Django begins what it keeps for those who have no password. */
  private static final char NO_PASSWORD = '!';

  private final UserLine line;
  private final List<InvalidInput> problems = new ArrayList<>();

  private UserFields(UserLine line) {
    this.line = line;
    problems.addAll(line.problems());
  }

  /** What became of a line. */
  sealed interface Reading {

    record Read(Candidate user) implements Reading {}

    record Unreadable(List<InvalidInput> problems) implements Reading {}
  }

  static Reading read(UserLine line) {
    var fields = new UserFields(line);
    return fields.problems.isEmpty()
        ? fields.candidate()
        : new Reading.Unreadable(List.copyOf(fields.problems));
  }

  private Reading candidate() {
    var id = optional(ID, UserId::parse);
    var email = required(EMAIL, EmailAddress::parse);
    var username = username(email);
    var verified = flag(EMAIL_VERIFIED, false);
    var fullName = optional(FULL_NAME, FullName::parse);
    var active = flag(IS_ACTIVE, true);
    var roles = optional(ROLES, UserFields::roles);
    var createdAt = optional(CREATED_AT, Moments::parse);
    var hash = optional(PASSWORD_HASH, UserFields::hash);
    if (!problems.isEmpty()) {
      return new Reading.Unreadable(List.copyOf(problems));
    }
    return new Reading.Read(
        new Candidate(
            id,
            username.orElseThrow(),
            email.orElseThrow(),
            verified,
            fullName,
            active,
            roles.orElse(Set.of()),
            createdAt,
            hash.orElse(PasswordHash.NONE)));
  }

  /** A name; where the address stands in its place, or nothing does, one made of the address. */
  private Optional<Username> username(Optional<EmailAddress> email) {
    var text = line.get(USERNAME);
    if (text.isEmpty() || text.equals(line.get(EMAIL))) {
      return email.map(NameFromAddress::of);
    }
    return required(USERNAME, Username::parse);
  }

  private <T> Optional<T> required(String field, Function<String, Parsed<T>> parser) {
    if (line.get(field).isEmpty()) {
      problems.add(new InvalidInput("/" + field, "is missing"));
    }
    return optional(field, parser);
  }

  private <T> Optional<T> optional(String field, Function<String, Parsed<T>> parser) {
    return line.get(field)
        .flatMap(text ->
            switch (utf8(text).then(parser)) {
              case Parsed.Accepted<T>(var value) -> Optional.of(value);
              case Parsed.Refused<T>(var reason) -> {
                problems.add(new InvalidInput("/" + field, reason));
                yield Optional.empty();
              }
            });
  }

  private static Parsed<String> utf8(String text) {
    return text.indexOf(REPLACEMENT) < 0 ? Parsed.accepted(text) : Parsed.refused("must be UTF-8");
  }

  private boolean flag(String field, boolean otherwise) {
    return optional(field, UserFields::flag).orElse(otherwise);
  }

  private static Parsed<Boolean> flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "t", "1", "yes" -> Parsed.accepted(true);
      case "false", "f", "0", "no" -> Parsed.accepted(false);
      default -> Parsed.refused("must be true or false");
    };
  }

  private static Parsed<Set<Role>> roles(String text) {
    var names = Arrays.stream(Role.values()).collect(Collectors.toMap(UserFields::nameOf, r -> r));
    var words = List.of(text.strip().split(" +"));
    return names.keySet().containsAll(words)
        ? Parsed.accepted(words.stream().map(names::get).collect(Collectors.toSet()))
        : Parsed.refused("must be " + String.join(" or ", names.keySet()));
  }

  static String nameOf(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static Parsed<PasswordHash> hash(String text) {
    return Parsed.accepted(
        text.charAt(0) == NO_PASSWORD ? PasswordHash.NONE : new PasswordHash(text));
  }
}
