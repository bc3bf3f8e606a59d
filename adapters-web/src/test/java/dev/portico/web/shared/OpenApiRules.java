package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds answers against the published OpenAPI document: no member but those it names (AZ-4). */
final class OpenApiRules {

  static final OpenApiRules SHARED = new OpenApiRules();

  /** Where tests put controllers of their own, which no document describes. */
  private static final String PROBES = "/probe/";

  /** The answers that have no body and need no media type: switching protocols, not modified. */
  private static final Set<Integer> WITHOUT_BODY = Set.of(101, 304);

  private static final int NO_CONTENT = 204;

  private static final String BASE = "https://portico.invalid/openapi.json";

  private final String text =
      new String(new OpenApi().document(), StandardCharsets.UTF_8)
          // To the validator there are no domains but those one can buy (RFC 2606, section 2).
          .replace("\"format\":\"email\"", "\"pattern\":\"^[^@ ]+@[^@ ]+$\"")
          // The validator's own idea of this format knows no "{", though RFC 6901, section 3, does.
          .replace("\"format\":\"json-pointer\"", "\"pattern\":\"^(/([^~/]|~[01])*)+$\"");
  private final JsonNode document = new JsonMapper().readTree(text);

  /** A path in so many words goes before one with a variable. */
  private final List<Route> routes =
      document.get("paths").propertyNames().stream()
          .sorted(Comparator.comparing(template -> template.contains("{")))
          .map(Route::of)
          .toList();

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder
                  .schemas(Map.of(BASE, text))
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  JsonNode document() {
    return document;
  }

  void check(TestRequest request, TestResponse response) {
    if (request.path().startsWith(PROBES)) {
      return;
    }
    if ("OPTIONS".equals(request.method()) && response.status() == 200) {
      assertThat(response.headers()).as("OPTIONS %s", request.target()).containsKey("allow");
      assertThat(response.bytes()).as("OPTIONS %s", request.target()).isEmpty();
      return;
    }
    var operation = operation(request);
    if (operation.isEmpty()) {
      // Nothing is promised about addresses and methods that do not exist but that they say so.
      assertThat(response.status())
          .as("%s %s is not described", request.method(), request.target())
          .isIn(400, 403, 404, 405, 413, 415);
      return;
    }
    var pointer = operation.get() + "/responses/" + response.status();
    var described = resolve(pointer);
    assertThat(document.at(described).isMissingNode())
        .as("%s is not described; body %s", pointer, response.body())
        .isFalse();
    checkHeaders(described, response);
    if (response.status() == NO_CONTENT) {
      assertThat(response.bytes()).as("the body of %s", pointer).isEmpty();
    } else if (!WITHOUT_BODY.contains(response.status())) {
      checkBody(described, request, response);
    }
  }

  /** Headers that are named for an answer are there, but for those that only some answers have. */
  private void checkHeaders(String described, TestResponse response) {
    for (var name : document.at(described).path("headers").propertyNames()) {
      if (!name.equals("Idempotency-Replayed")) {
        assertThat(response.header(name)).as("%s of %s", name, described).isPresent();
      }
    }
  }

  private void checkBody(String described, TestRequest request, TestResponse response) {
    var type = response.header("Content-Type").orElse("").replaceFirst(";.*", "");
    var content = described + "/content/" + type.replace("/", "~1");
    assertThat(document.at(content).isMissingNode()).as("%s is not described", content).isFalse();
    if (response.isJson() && !"HEAD".equals(request.method())) {
      var errors =
          schemas
              .computeIfAbsent(content + "/schema", this::schema)
              .validate(response.body(), InputFormat.JSON);
      assertThat(errors).as("%s against %s", response.body(), content).isEmpty();
    }
  }

  private Schema schema(String pointer) {
    return registry.getSchema(SchemaLocation.of(BASE + "#" + pointer));
  }

  /** The pointer behind a reference, or the pointer itself. */
  private String resolve(String pointer) {
    var reference = document.at(pointer).path("$ref");
    return reference.isString() ? reference.stringValue().substring(1) : pointer;
  }

  /** The pointer to the operation that answers the request. */
  private Optional<String> operation(TestRequest request) {
    var path = request.path();
    var method =
        "HEAD".equals(request.method()) ? "get" : request.method().toLowerCase(Locale.ROOT);
    return routes.stream()
        .filter(route -> route.matches(path))
        .map(route -> "/paths/" + route.template().replace("/", "~1") + "/" + method)
        .filter(pointer -> !document.at(pointer).isMissingNode())
        .findFirst();
  }

  /** A described path, and what it looks like on the wire. */
  private record Route(String template, Pattern pattern) {

    static Route of(String template) {
      return new Route(
          template,
          Pattern.compile(Pattern.quote(template).replaceAll("\\{[a-z_]+}", "\\\\E[^/]+\\\\Q")));
    }

    boolean matches(String path) {
      return pattern.matcher(path).matches()
          || (template.endsWith("/")
              && template.length() > 1
              && pattern.matcher(path + "/").matches());
    }
  }
}
