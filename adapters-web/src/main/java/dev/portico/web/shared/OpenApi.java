package dev.portico.web.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI 3.1 document of the service.
 *
 * <p>It is written by hand, a file a feature, and held against the service by tests: the routes in
 * it are exactly the routes that exist, and every answer the tests ever see has to fit it.
 */
public final class OpenApi {

  private static final String FOLDER = "/dev/portico/web/openapi/";
  private static final List<String> FEATURES =
      List.of(
          "audit",
          "tasks",
          "users",
          "access",
          "events",
          "counters",
          "chat",
          "notifications",
          "feed",
          "payments",
          "items",
          "reports",
          "webhooks");

  private final JsonMapper json = new JsonMapper();
  private byte @Nullable [] document;

  /** The document, as JSON in UTF-8; read when someone first asks. */
  public synchronized byte[] document() {
    if (document == null) {
      var whole = read("shared");
      FEATURES.forEach(feature -> merge(whole, read(feature)));
      document = json.writeValueAsBytes(whole);
    }
    return document.clone();
  }

  private ObjectNode read(String feature) {
    var path = FOLDER + feature + ".json";
    try (var in = OpenApi.class.getResourceAsStream(path)) {
      return (ObjectNode) json.readTree(Objects.requireNonNull(in, path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Adds a feature's part; no two parts may say anything about the same thing. */
  private static void merge(ObjectNode whole, ObjectNode part) {
    part.properties()
        .forEach(member -> {
          var present = whole.get(member.getKey());
          if (present == null) {
            whole.set(member.getKey(), member.getValue());
          } else if (present instanceof ObjectNode into
              && member.getValue() instanceof ObjectNode more) {
            merge(into, more);
          } else {
            throw new IllegalStateException("said twice in openapi: " + member.getKey());
          }
        });
  }
}
