package dev.portico.bootstrap.transfer;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Users as {@code manage.py dumpdata} prints them; whatever else it printed is passed over. A model
 * is one of users if it is called so, as in {@code auth.user} and {@code accounts.User}.
 */
final class DjangoUsers implements UserLines {

  private final JsonElements elements;

  DjangoUsers(InputStream in) {
    elements = JsonElements.of(in);
  }

  @Override
  public Optional<UserLine> next() {
    for (var next = elements.next(); next.isPresent(); next = elements.next()) {
      var element = next.get();
      if (isUser(element.node())) {
        return Optional.of(UserLine.of(element.line(), fields(element.node())));
      }
    }
    return Optional.empty();
  }

  private static boolean isUser(JsonNode node) {
    return node.path("model").asString("").toLowerCase(Locale.ROOT).endsWith(".user");
  }

  private static Map<String, String> fields(JsonNode user) {
    var from = user.path("fields");
    var fields = new HashMap<String, String>();
    // Numbers, which are usual, are no ids of ours.
    var key = user.path("pk").asString("");
    if (key.length() == 36) {
      fields.put(UserFields.ID, key);
    }
    put(fields, UserFields.USERNAME, from.path("username"));
    put(fields, UserFields.EMAIL, from.path("email"));
    put(fields, UserFields.IS_ACTIVE, from.path("is_active"));
    put(fields, UserFields.CREATED_AT, from.path("date_joined"));
    put(fields, UserFields.PASSWORD_HASH, from.path("password"));
    var name = from.path("first_name").asString("") + " " + from.path("last_name").asString("");
    if (!name.isBlank()) {
      fields.put(UserFields.FULL_NAME, name.strip());
    }
    if (from.path("is_superuser").asBoolean(false)) {
      fields.put(UserFields.ROLES, "admin");
    }
    return fields;
  }

  private static void put(Map<String, String> fields, String name, JsonNode value) {
    var text = value.asString("");
    if (!text.isEmpty()) {
      fields.put(name, text);
    }
  }

  @Override
  public void close() {
    elements.close();
  }
}
