package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.portico.domain.shared.InvalidInput;
import dev.portico.domain.shared.Parsed;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Members that are no texts. */
class JsonBodyTest {

  private static JsonBody body(String json) {
    return JsonBody.parse(json.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(JsonBody body, String... pointers) {
    assertThatThrownBy(body::check)
        .asInstanceOf(type(Refusal.class))
        .satisfies(refusal ->
            assertThat(refusal.errors())
                .extracting(InvalidInput::pointer)
                .containsExactlyInAnyOrder(pointers));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1.10, 1.1", "0.1, 0.1", "12345678901234567890.5, 12345678901234567890.5"})
  void readsNumbersAsTheyWereSent(String sent, BigDecimal expected) {
    var body = body("{\"n\":" + sent + "}");
    var number = body.optionalNumber("n", Parsed::accepted);
    body.check();

    assertThat(number.value())
        .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "true", "[1]", "{}"})
  void refusesOtherThanNumbers(String sent) {
    var body = body("{\"n\":" + sent + "}");
    var _ = body.optionalNumber("n", Parsed::accepted);

    assertRefused(body, "/n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | {}",
        "{\"b\": 1, \"a\": [true, null]} | {\"b\":1,\"a\":[true,null]}",
        "{\"n\": 0.1} | {\"n\":0.1}",
        "{\"n\": 1e3} | {\"n\":1000}",
        "{\"n\": 1e-3} | {\"n\":0.001}",
        "{\"n\": 1e99} | {\"n\":1000000000000000000000000000000000000000000000000000000000000000000"
            + "000000000000000000000000000000000}"
      })
  void readsAnObjectAsPlainJson(String sent, String expected) {
    var body = body("{\"data\":" + sent + "}");
    var data = body.optionalObject("data", Parsed::accepted);
    body.check();

    assertThat(data.value()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "\"{}\"",
        "[]",
        "{\"n\":1e100}",
        "{\"n\":1e-100}",
        "{\"n\":[{\"n\":0e2147483647}]}",
        "{\"n\":1e999999999}",
        "{\"n\":1e-999999999}"
      })
  void refusesAnObjectThatCannotBeWrittenOut(String sent) {
    var body = body("{\"data\":" + sent + "}");
    var _ = body.optionalObject("data", Parsed::accepted);

    assertRefused(body, "/data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e2147483648", "1e-2147483648", "1e99999999999999999999"})
  void refusesANumberBeyondAllBounds(String sent) {
    assertThatThrownBy(() -> body("{\"n\":" + sent + "}")).isInstanceOf(Refusal.class);
  }

  @Test
  void pointsIntoItsParts() {
    var body = body("{\"price\":{\"amount\":1,\"extra\":2},\"more\":3}");
    var price = body.optionalPart("price").orElseThrow();
    var _ = price.required("amount", Parsed::accepted);
    var _ = price.required("currency", Parsed::accepted);

    assertRefused(body, "/price/amount", "/price/currency", "/price/extra", "/more");
  }

  @Test
  void needsNoPartThatMayBeMissing() {
    var body = body("{\"price\":null}");

    assertThat(body.optionalPart("price")).isEmpty();
    assertThat(body.optionalPart("other")).isEmpty();
    body.check();
  }

  @Test
  void refusesAPartThatIsNoObject() {
    var body = body("{\"price\":[]}");

    assertThat(body.optionalPart("price")).isEmpty();
    assertRefused(body, "/price");
  }
}
