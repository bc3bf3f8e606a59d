package dev.portico.bootstrap.transfer;

import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The users of a realm as Keycloak exports it. Service accounts are passed over. Roles stay behind:
 * what they allow there is not what ours allow.
 */
final class KeycloakUsers implements UserLines {

  private final JsonElements elements;

  KeycloakUsers(InputStream in) {
    elements = JsonElements.ofMember(in, "users");
  }

  @Override
  public Optional<UserLine> next() {
    for (var next = elements.next(); next.isPresent(); next = elements.next()) {
      var element = next.get();
      if (!element.node().hasNonNull("serviceAccountClientId")) {
        return Optional.of(line(element));
      }
    }
    return Optional.empty();
  }

  private static UserLine line(JsonElements.Element element) {
    var user = element.node();
    var fields = new HashMap<String, String>();
    put(fields, UserFields.ID, user.path("id").asString(""));
    put(fields, UserFields.USERNAME, user.path("username").asString(""));
    put(fields, UserFields.EMAIL, user.path("email").asString(""));
    put(fields, UserFields.EMAIL_VERIFIED, user.path("emailVerified").asString(""));
    put(fields, UserFields.IS_ACTIVE, user.path("enabled").asString(""));
    put(fields, UserFields.FULL_NAME, fullName(user));
    put(fields, UserFields.CREATED_AT, createdAt(user));
    put(fields, UserFields.PASSWORD_HASH, passwordHash(user));
    return UserLine.of(element.line(), fields);
  }

  private static void put(Map<String, String> fields, String name, String text) {
    if (!text.isEmpty()) {
      fields.put(name, text);
    }
  }

  private static String fullName(JsonNode user) {
    return (user.path("firstName").asString("") + " " + user.path("lastName").asString("")).strip();
  }

  private static String createdAt(JsonNode user) {
    long millis = user.path("createdTimestamp").asLong(0);
    return millis == 0 ? "" : Instant.ofEpochMilli(millis).toString();
  }

  private static String passwordHash(JsonNode user) {
    for (var credential : user.path("credentials")) {
      if (credential.path("type").asString("").equals("password")) {
        return KeycloakHash.encoded(credential);
      }
    }
    return "";
  }

  @Override
  public void close() {
    elements.close();
  }
}
