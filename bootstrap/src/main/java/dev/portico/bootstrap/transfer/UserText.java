package dev.portico.bootstrap.transfer;

import dev.portico.application.users.port.Users.Credentials;
import dev.portico.domain.users.FullName;
import java.util.List;
import java.util.stream.Collectors;

/** A user's fields as text, in the order of {@link UserFields#NAMES}; empty where there is none. */
final class UserText {

  private UserText() {}

  static List<String> of(Credentials credentials) {
    var user = credentials.user();
    return List.of(
        user.id().toString(),
        user.username().text(),
        user.email().text(),
        Boolean.toString(user.emailVerified()),
        user.fullName().map(FullName::text).orElse(""),
        Boolean.toString(user.active()),
        user.roles().stream().map(UserFields::nameOf).sorted().collect(Collectors.joining(" ")),
        user.createdAt().toString(),
        credentials.hash().encoded());
  }
}
