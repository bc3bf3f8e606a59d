package dev.portico.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonObjectTest {

  @Test
  void keepsItsMembersInOrder() {
    assertThat(
            new JsonObject()
                .with("b", "2")
                .withJson("a", "[1.50,null]")
                .with("c", new JsonObject().with("d", "")))
        .hasToString("{\"b\":\"2\",\"a\":[1.50,null],\"c\":{\"d\":\"\"}}");
    assertThat(new JsonObject()).hasToString("{}");
  }

  @Test
  void escapesWhatJsonCannotHold() {
    assertThat(new JsonObject().with("a\"", "\\ \" \n \u001f é 🦊 </script> \ud83d \udd8a"))
        .hasToString("{\"a\\\"\":\"\\\\ \\\" \\u000a \\u001f é 🦊 </script> \\ud83d \\udd8a\"}");
  }

  @Test
  void readsEveryTypeOfEvent() {
    for (var type : DomainEvent.Type.values()) {
      assertThat(DomainEvent.Type.parse(type.text()).orThrow()).isEqualTo(type);
    }
    assertThat(DomainEvent.Type.parse("ITEM_CREATED").asOptional()).isEmpty();
  }
}
