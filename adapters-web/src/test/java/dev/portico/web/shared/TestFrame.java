package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.CanIgnoreReturnValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A frame that the service sent, and that holds JSON. */
public record TestFrame(String body) {

  private static final JsonMapper JSON = new JsonMapper();

  public JsonNode json() {
    return JSON.readTree(body);
  }

  /** The text at a JSON Pointer. */
  public String text(String pointer) {
    var node = json().at(pointer);
    assertThat(node.isString()).as("a text at %s of %s", pointer, body).isTrue();
    return node.stringValue();
  }

  @CanIgnoreReturnValue
  public TestFrame expectJson(String pointer, @Nullable Object expected) {
    assertThat(json().at(pointer))
        .as("%s of %s", pointer, body)
        .isEqualTo(JSON.<JsonNode>valueToTree(expected));
    return this;
  }

  /** Its members are these, and no others. */
  @CanIgnoreReturnValue
  public TestFrame expectMembers(String... names) {
    assertThat(json().propertyNames()).as("members of %s", body).containsExactlyInAnyOrder(names);
    return this;
  }
}
