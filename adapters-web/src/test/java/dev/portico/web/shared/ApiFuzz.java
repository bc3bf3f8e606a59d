package dev.portico.web.shared;

import dev.portico.web.shared.TestRequest.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes requests that nobody would send in good faith: routes and fields from the API's
 * description, most of the rest from {@link Nasty}. One seed, one request.
 */
final class ApiFuzz {

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO", "get");
  private static final List<String> HEADERS =
      List.of(
          "Accept",
          "Accept-Charset",
          "Accept-Encoding",
          "Accept-Language",
          "Access-Control-Request-Method",
          "Authorization",
          "Content-Encoding",
          "Content-Language",
          "Cookie",
          "Expect",
          "Forwarded",
          "Idempotency-Key",
          "If-Match",
          "If-Modified-Since",
          "If-None-Match",
          "If-Range",
          "Origin",
          "Range",
          "Referer",
          "Sec-Fetch-Site",
          "TE",
          "Upgrade",
          "User-Agent",
          "Via",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-HTTP-Method-Override",
          "X-Request-Id");
  private static final List<String> PARAMETERS =
      List.of("limit", "cursor", "access_token", "_method", "sort", "id", "");

  private static final Pattern VARIABLE = Pattern.compile("\\{[a-z_]+}");

  private final Random random;
  private final Nasty nasty;
  private final JsonNode document;

  ApiFuzz(long seed, JsonNode document) {
    // Random begins much alike for seeds that follow each other; a mixed one does not.
    random = new Random(new SplittableRandom(seed).nextLong());
    nasty = new Nasty(random);
    this.document = document;
  }

  TestRequest request() {
    var paths = List.copyOf(document.get("paths").propertyNames());
    var template = pick(paths);
    var operations = document.get("paths").get(template);
    var method =
        chance(80)
            ? pick(List.copyOf(operations.propertyNames())).toUpperCase(Locale.ROOT)
            : pick(METHODS);
    var operation = operations.path(method.toLowerCase(Locale.ROOT));
    return TestRequest.of(method, path(template) + query())
        .with(headers())
        .with(content(operation));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String path(String template) {
    var path = VARIABLE.matcher(template).replaceAll(_ -> Matcher.quoteReplacement(segment()));
    return chance(90) ? path : path + pick(List.of("/", "//", ";", "/..", "/" + segment(), "%"));
  }

  private String segment() {
    return chance(80) ? encoded(nasty.text()) : nasty.wellFormed();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String query() {
    return chance(60)
        ? ""
        : IntStream.rangeClosed(0, random.nextInt(3))
            .mapToObj(_ -> parameter())
            .collect(Collectors.joining("&", "?", ""));
  }

  private String parameter() {
    var name = chance(80) ? pick(PARAMETERS) : nasty.text();
    return chance(80)
        ? encoded(name) + "=" + encoded(nasty.text())
        : name + pick(List.of("", "=", "==")) + nasty.wellFormed();
  }

  private List<String> headers() {
    var headers = new ArrayList<String>();
    while (chance(40)) {
      headers.add(pick(HEADERS));
      headers.add(pick(List.of("", "", "Bearer ", "access_token=", "\"", "q=")) + nasty.text());
    }
    return headers;
  }

  private Content content(JsonNode operation) {
    var types = operation.at("/requestBody/content");
    if (types.isMissingNode() && chance(90)) {
      return Content.NONE;
    }
    var type = types.isMissingNode() ? nasty.text() : types.propertyNames().iterator().next();
    var fields = properties(types.path(type).path("schema"));
    var body = type.equals("application/json") ? json(fields) : form(fields);
    return new Content(chance(90) ? type : nasty.text(), chance(80) ? body : broken(body));
  }

  private JsonNode properties(JsonNode schema) {
    var reference = schema.path("$ref");
    var resolved =
        reference.isString() ? document.at(reference.stringValue().substring(1)) : schema;
    return resolved.path("properties");
  }

  private byte[] json(JsonNode fields) {
    var members = new LinkedHashMap<String, Object>();
    good(fields)
        .forEach((name, value) -> {
          if (chance(90)) {
            members.put(name, chance(70) ? value : nasty.value());
          }
        });
    if (chance(10)) {
      members.put(nasty.wellFormed(), nasty.value());
    }
    // A lone surrogate has no UTF-8, only an escape.
    var text = JSON.writeValueAsString(members);
    return (chance(5) ? text.replaceFirst("\"x", "\"\\\\ud800") : text)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] form(JsonNode fields) {
    return good(fields).entrySet().stream()
        .filter(_ -> chance(90))
        .map(field -> field.getKey() + "=" + encoded(chance(80) ? field.getValue() : nasty.text()))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A value for each field that may well pass, so that some requests get all the way. */
  private Map<String, String> good(JsonNode fields) {
    var name = "x" + Long.toString(random.nextLong() >>> 1, 36);
    return fields.propertyNames().stream()
        .collect(
            Collectors.toMap(
                field -> field,
                field ->
                    switch (field) {
                      case "email" -> name + "@example.com";
                      case "password" -> name + " and a word";
                      case "grant_type" -> "password";
                      default -> name;
                    },
                (a, _) -> a,
                LinkedHashMap::new));
  }

  private byte[] broken(byte[] body) {
    var bytes = body.clone();
    if (bytes.length == 0 || chance(30)) {
      return nasty.text().getBytes(chance(80) ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16);
    }
    if (chance(40)) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    for (int i = 0; i <= random.nextInt(4); i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
