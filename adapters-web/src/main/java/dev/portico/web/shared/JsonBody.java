package dev.portico.web.shared;

import dev.portico.domain.shared.Parsed;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON object that a request or a frame carries (RFC 8259), read strictly: no duplicate
 * members, nothing behind the object, and a member that nobody asked for is refused by name.
 */
public final class JsonBody extends Fields {

  private static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER_LENGTH = 100;
  private static final int MAX_NAME_LENGTH = 256;

  /** Names, values and brackets; a tree of them takes many times the room of the text. */
  private static final long MAX_TOKENS = 10_000;

  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_LENGTH)
                          .maxNameLength(MAX_NAME_LENGTH)
                          .maxTokenCount(MAX_TOKENS)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // A binary fraction would change what was sent.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final JsonNode members;
  private final Set<String> known = new HashSet<>();
  private final Map<String, JsonBody> parts = new LinkedHashMap<>();

  private JsonBody(JsonNode members) {
    this.members = members;
  }

  /**
   * Reads a body.
   *
   * @throws Refusal if it is no JSON, or no object
   */
  static JsonBody parse(byte[] bytes) {
    return parse(RequestText.utf8(bytes), "body");
  }

  /**
   * Reads a frame of a WebSocket.
   *
   * @throws Refusal if it is no JSON, or no object
   */
  public static JsonBody parseFrame(String text) {
    return parse(text, "frame");
  }

  private static JsonBody parse(String text, String what) {
    JsonNode node;
    try {
      node = STRICT.readTree(text);
    } catch (JacksonException | NumberFormatException broken) {
      // Its message quotes the input, which may hold a password.
      throw RequestText.malformed("The " + what + " is not valid JSON");
    }
    if (!node.isObject()) {
      throw RequestText.malformed("The " + what + " must be a JSON object");
    }
    checkTexts(node);
    return new JsonBody(node);
  }

  private static void checkTexts(JsonNode node) {
    if (node.isString()) {
      RequestText.clean(node.stringValue());
    }
    node.propertyNames().forEach(RequestText::clean);
    node.values().forEach(JsonBody::checkTexts);
  }

  @Override
  Raw raw(String name) {
    return node(name)
        .<Raw>map(it -> it.isString() ? new Raw.Text(it.stringValue()) : new Raw.NoText())
        .orElseGet(Raw.Absent::new);
  }

  private Optional<JsonNode> node(String name) {
    known.add(name);
    return Optional.ofNullable(members.get(name)).filter(node -> !node.isNull());
  }

  /** Whether there is such a member, {@code null} or not: where that means more than none. */
  public boolean names(String name) {
    return members.has(name);
  }

  /** Reads a decimal, sent as a number or, where no digit may get lost, as a string. */
  public <T> Field<T> requiredDecimal(String name, Function<String, Parsed<T>> parser) {
    return mandatorily(name, node(name).map(node -> decimal(node).then(parser)));
  }

  /** Reads a decimal that may be missing. */
  public <T> Field<Optional<T>> optionalDecimal(String name, Function<String, Parsed<T>> parser) {
    return optionally(name, node(name).map(node -> decimal(node).then(parser)));
  }

  private static Parsed<String> decimal(JsonNode node) {
    if (node.isString()) {
      return Parsed.accepted(node.stringValue());
    }
    return node.isNumber()
        ? PlainJson.write(node)
        : Parsed.refused("must be a number, or a string that holds one");
  }

  /** Reads a number that may be missing. */
  public <T> Field<Optional<T>> optionalNumber(
      String name, Function<BigDecimal, Parsed<T>> parser) {
    return optionally(
        name,
        node(name)
            .map(node ->
                node.isNumber()
                    ? parser.apply(node.decimalValue())
                    : Parsed.refused("must be a number")));
  }

  /** Reads a truth value that may be missing. */
  public Field<Optional<Boolean>> optionalFlag(String name) {
    return optionally(
        name,
        node(name)
            .map(node ->
                node.isBoolean()
                    ? Parsed.accepted(node.booleanValue())
                    : Parsed.refused("must be true or false")));
  }

  /** Reads a list of texts that may be missing; one in it twice counts once. */
  public <T> Field<Optional<Set<T>>> optionalTexts(
      String name, Function<String, Parsed<T>> parser) {
    return optionally(name, node(name).map(node -> texts(node, parser)));
  }

  /** Reads a list of texts that must be there and not be empty; one in it twice counts once. */
  public <T> Field<Set<T>> requiredTexts(String name, Function<String, Parsed<T>> parser) {
    return mandatorily(
        name,
        node(name)
            .map(node ->
                texts(node, parser)
                    .then(all ->
                        all.isEmpty()
                            ? Parsed.refused("must not be empty")
                            : Parsed.accepted(all))));
  }

  private static <T> Parsed<Set<T>> texts(JsonNode node, Function<String, Parsed<T>> parser) {
    if (!node.isArray() || node.valueStream().anyMatch(it -> !it.isString())) {
      return Parsed.refused("must be a list of strings");
    }
    Parsed<Set<T>> all = Parsed.accepted(Set.of());
    for (var text : node.values()) {
      all = all.then(before -> parser.apply(text.stringValue()).then(it -> with(before, it)));
    }
    return all;
  }

  private static <T> Parsed<Set<T>> with(Set<T> before, T another) {
    var more = new HashSet<>(before);
    more.add(another);
    return Parsed.accepted(more);
  }

  /**
   * Reads an object of any members that may be missing.
   *
   * @param parser is given the object as JSON text, numbers written out in full
   */
  public <T> Field<Optional<T>> optionalObject(String name, Function<String, Parsed<T>> parser) {
    return optionally(
        name,
        node(name)
            .map(node ->
                node.isObject()
                    ? PlainJson.write(node).then(parser)
                    : Parsed.refused("must be an object")));
  }

  /** Reads an object of known members that may be missing; its fields are checked with these. */
  public Optional<JsonBody> optionalPart(String name) {
    var node = node(name);
    if (node.isPresent() && !node.get().isObject()) {
      refuse(name, "must be an object");
      return Optional.empty();
    }
    var part = node.map(JsonBody::new);
    part.ifPresent(it -> parts.put(name, it));
    return part;
  }

  @Override
  void complete() {
    List.copyOf(members.propertyNames()).stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> refuse(name, "is not known here"));
    parts.forEach(this::refuse);
  }
}
