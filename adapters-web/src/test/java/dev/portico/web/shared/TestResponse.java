package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service answered.
 *
 * @param headers by lower-case name
 * @param cause what went wrong inside, as far as a client in process can know
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record TestResponse(
    int status, Map<String, List<String>> headers, byte[] bytes, Optional<Throwable> cause) {

  private static final JsonMapper JSON = new JsonMapper();

  public TestResponse(int status, Map<String, List<String>> headers, byte[] bytes) {
    this(status, headers, bytes, Optional.empty());
  }

  TestResponse because(Optional<Throwable> failure) {
    return new TestResponse(status, headers, bytes, failure);
  }

  /** As after HEAD: a container sends no body, whatever a servlet writes. */
  TestResponse withoutBody() {
    return new TestResponse(status, headers, new byte[0], cause);
  }

  public String body() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()).stream()
        .findFirst();
  }

  public boolean isJson() {
    return header("Content-Type")
        .filter(type -> type.matches("application/(.+\\+)?json.*"))
        .isPresent();
  }

  /** The whole body as JSON. */
  public JsonNode json() {
    return JSON.readTree(bytes);
  }

  /** The text at a JSON Pointer. */
  public String text(String pointer) {
    var node = json().at(pointer);
    assertThat(node.isString()).as("a text at %s of %s", pointer, body()).isTrue();
    return node.stringValue();
  }

  /** The value of a cookie that the answer sets. */
  public Optional<String> cookie(String name) {
    return headers.getOrDefault("set-cookie", List.of()).stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1).split(";", 2)[0])
        .findFirst();
  }

  @CanIgnoreReturnValue
  public TestResponse expectStatus(int expected) {
    assertThat(status).as("status of %s", body()).isEqualTo(expected);
    return this;
  }

  @CanIgnoreReturnValue
  public TestResponse expectJson(String pointer, @Nullable Object expected) {
    assertThat(json().at(pointer))
        .as("%s of %s", pointer, body())
        .isEqualTo(JSON.<JsonNode>valueToTree(expected));
    return this;
  }

  @CanIgnoreReturnValue
  public TestResponse expectDetail(String expected) {
    return expectJson("/detail", expected);
  }

  @CanIgnoreReturnValue
  public TestResponse expectHeader(String name, String expected) {
    assertThat(header(name)).as("header %s", name).contains(expected);
    return this;
  }

  /** The fields that a validation error names, and no others. */
  @CanIgnoreReturnValue
  public TestResponse expectErrorsAt(String... pointers) {
    assertThat(json().at("/errors").valueStream().map(error -> error.get("pointer").stringValue()))
        .as("pointers of %s", body())
        .containsExactlyInAnyOrder(pointers);
    return this;
  }
}
