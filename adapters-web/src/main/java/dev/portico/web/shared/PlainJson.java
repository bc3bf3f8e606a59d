package dev.portico.web.shared;

import dev.portico.domain.shared.Parsed;
import java.math.BigDecimal;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes JSON as a database keeps it: numbers without exponents. Nine characters of {@code
 * 1e999999} would become a megabyte, so a number that grows that way is refused.
 */
final class PlainJson {

  private static final int MAX_DIGITS = 100;
  private static final JsonMapper PLAIN =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private PlainJson() {}

  static Parsed<String> write(JsonNode node) {
    return hasLongNumber(node)
        ? Parsed.refused("must not hold numbers of more than %d digits".formatted(MAX_DIGITS))
        : Parsed.accepted(PLAIN.writeValueAsString(node));
  }

  private static boolean hasLongNumber(JsonNode node) {
    return node.isNumber()
        ? digits(node.decimalValue()) > MAX_DIGITS
        : node.valueStream().anyMatch(PlainJson::hasLongNumber);
  }

  /** How many it has when written out. */
  private static long digits(BigDecimal number) {
    long scale = number.scale();
    return Math.max(number.precision() - Math.min(scale, 0), scale + 1);
  }
}
