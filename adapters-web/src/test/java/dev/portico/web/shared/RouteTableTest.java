package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.RoutePolicy.Who;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * The live routes against what is written about them: their policies, and the API's description.
 */
class RouteTableTest {

  private static final Path MATRIX = Path.of("../docs/authorization.md");

  private final Map<RequestMappingInfo, HandlerMethod> table = routesOfTheService();
  private final JsonNode document = OpenApiRules.SHARED.document();

  /** All there are but those that tests have added. */
  private static Map<RequestMappingInfo, HandlerMethod> routesOfTheService() {
    var table =
        new TreeMap<RequestMappingInfo, HandlerMethod>(Comparator.comparing(Object::toString));
    table.putAll(
        new WebWorld().context().getBean(RequestMappingHandlerMapping.class).getHandlerMethods());
    table.values().removeIf(method -> method.getBeanType() == ProbeController.class);
    return table;
  }

  @Test
  @DisplayName("AZ-1: hasAPolicyForEveryRoute")
  void hasAPolicyForEveryRoute() {
    assertThat(table.values())
        .hasSizeGreaterThan(10)
        .allMatch(method -> method.hasMethodAnnotation(RoutePolicy.class));
  }

  @Test
  @DisplayName("HT-4: namesTheMethodsOfEveryRoute")
  void namesTheMethodsOfEveryRoute() {
    assertThat(table.keySet())
        .allMatch(route -> !route.getMethodsCondition().getMethods().isEmpty());
  }

  @Test
  void isWhatTheDocumentDescribes() {
    var described = described();
    var live = live();

    assertThat(without(live, described))
        .as("live and not described so: a file in openapi/ and its name in OpenApi.FEATURES")
        .isEmpty();
    assertThat(without(described, live))
        .as("described and not live so: is the feature's configuration in WebSide.FEATURES?")
        .isEmpty();
  }

  private static Map<String, Who> without(Map<String, Who> routes, Map<String, Who> others) {
    var left = new TreeMap<>(routes);
    left.entrySet().removeAll(others.entrySet());
    return left;
  }

  /** Method and path, and who may call; the two spellings of a collection count as one. */
  private Map<String, Who> live() {
    var routes = new TreeMap<String, Who>();
    table.forEach((route, method) -> {
      var policy = method.getMethodAnnotation(RoutePolicy.class);
      for (var verb : route.getMethodsCondition().getMethods()) {
        for (var path : route.getPatternValues()) {
          routes.put(verb + " " + withoutSlash(path), policy == null ? null : policy.value());
        }
      }
    });
    return routes;
  }

  @Test
  @DisplayName("AZ-1: isWhatIsWrittenDown")
  void isWhatIsWrittenDown() throws IOException {
    var routes =
        live().entrySet().stream()
            .sorted(Comparator.comparing(it -> pathFirst(it.getKey())))
            .map(it ->
                "| `%s` | %s |\n"
                    .formatted(
                        it.getKey(), it.getValue().name().toLowerCase(java.util.Locale.ROOT)))
            .collect(Collectors.joining());

    assertThat(Files.readString(MATRIX))
        .as("docs/authorization.md; what is live is\n%s\n%s", routes, AccessMatrix.table())
        .contains("| route | policy |\n|---|---|\n" + routes + "\n")
        .contains(AccessMatrix.table() + "\n");
  }

  private static String pathFirst(String route) {
    return route.replaceFirst("(\\w+) (.*)", "$2 $1");
  }

  private Map<String, Who> described() {
    var routes = new TreeMap<String, Who>();
    document
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(operation ->
                    routes.put(
                        operation.getKey().toUpperCase(java.util.Locale.ROOT)
                            + " "
                            + withoutSlash(path.getKey()),
                        who(operation.getValue()))));
    return routes;
  }

  private Who who(JsonNode operation) {
    if (operation.has("x-policy")) {
      return Who.valueOf(
          operation.get("x-policy").stringValue().toUpperCase(java.util.Locale.ROOT));
    }
    var security = operation.path("security");
    if (security.isMissingNode()) {
      assertThat(document.at("/security").valueStream().flatMap(o -> o.propertyNames().stream()))
          .contains("bearer", "cookie");
      return Who.USER;
    }
    if (security.isEmpty()) {
      return Who.PUBLIC;
    }
    if (security.get(0).isEmpty()) {
      assertThat(security.valueStream().flatMap(o -> o.propertyNames().stream()))
          .containsExactly("bearer", "cookie");
      return Who.SOCKET;
    }
    assertThat(security.size()).isEqualTo(1);
    assertThat(security.get(0).propertyNames()).containsExactly("cookie");
    return Who.COOKIE;
  }

  private static String withoutSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  @Test
  void isDescribedWithAnIdAndASummaryEach() {
    var ids = document.get("paths").valueStream().flatMap(JsonNode::valueStream).toList();

    assertThat(ids).extracting(o -> o.path("operationId").asString()).doesNotHaveDuplicates();
    assertThat(ids)
        .allMatch(operation -> operation.path("operationId").isString())
        .allMatch(operation -> operation.path("summary").isString())
        .allMatch(operation -> operation.path("responses").has("400"));
  }

  @Test
  void describesRefusalsWhereThereIsSomethingToRefuse() {
    document
        .get("paths")
        .valueStream()
        .flatMap(JsonNode::valueStream)
        .filter(operation -> who(operation) != Who.PUBLIC)
        .forEach(operation ->
            assertThat(operation.path("responses").has("401")).as(operation.toString()).isTrue());
  }
}
