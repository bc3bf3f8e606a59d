package dev.portico.web.shared;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as a test writes it.
 *
 * @param target path and query as they go on the wire
 * @param headers name, value, name, value, …; a name may come twice
 */
public record TestRequest(String method, String target, List<String> headers, Content content) {

  private static final JsonMapper JSON = new JsonMapper();

  /** A body with its media type; no type, no body. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Content(String mediaType, byte[] bytes) {

    public static final Content NONE = new Content("", new byte[0]);
  }

  public static TestRequest of(String method, String target) {
    return new TestRequest(method, target, List.of(), Content.NONE);
  }

  public TestRequest with(Content body) {
    return new TestRequest(method, target, headers, body);
  }

  /** The same with more headers: name, value, name, value, … */
  public TestRequest with(List<String> more) {
    var all = new ArrayList<>(headers);
    all.addAll(more);
    return new TestRequest(method, target, all, content);
  }

  /** A JSON object of these members: name, value, name, value, … */
  public static Content json(Object... members) {
    var object = new java.util.LinkedHashMap<String, Object>();
    for (int i = 0; i < members.length; i += 2) {
      object.put((String) members[i], members[i + 1]);
    }
    return json(object);
  }

  public static Content json(Map<String, ?> members) {
    return new Content("application/json", JSON.writeValueAsBytes(members));
  }

  /** This text, whatever it is, as JSON. */
  public static Content rawJson(String text) {
    return new Content("application/json", text.getBytes(StandardCharsets.UTF_8));
  }

  /** These bytes, whatever they are, as JSON. */
  public static Content rawJson(byte[] bytes) {
    return new Content("application/json", bytes);
  }

  /** A form of these parameters: name, value, name, value, … */
  public static Content form(String... parameters) {
    return rawForm(
        IntStream.range(0, parameters.length / 2)
            .mapToObj(i -> encode(parameters[2 * i]) + "=" + encode(parameters[2 * i + 1]))
            .collect(Collectors.joining("&")));
  }

  /** This text, whatever it is, as a form. */
  public static Content rawForm(String text) {
    return new Content("application/x-www-form-urlencoded", text.getBytes(StandardCharsets.UTF_8));
  }

  /** The path of the target, as it goes on the wire. */
  String path() {
    return target.replaceFirst("(?s)\\?.*", "");
  }

  /** The query of the target, as it goes on the wire; null if there is none. */
  @Nullable String query() {
    int question = target.indexOf('?');
    return question < 0 ? null : target.substring(question + 1);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
