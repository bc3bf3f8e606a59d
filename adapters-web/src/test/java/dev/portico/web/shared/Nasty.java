package dev.portico.web.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Values that have broken other people's services. */
final class Nasty {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "x",
          "0",
          "-1",
          "1",
          "100",
          "101",
          "1e400",
          "-0",
          "0x10",
          "9223372036854775808",
          "null",
          "true",
          "NaN",
          "undefined",
          "None",
          "application/json",
          "text/html",
          "*/*",
          "application/json;q=0",
          "application/json;charset=no-such",
          "a/b/c",
          "/",
          ";",
          ",",
          "=",
          "\"",
          "\"unterminated",
          "\\",
          "'",
          "' OR 1=1--",
          "'; DROP TABLE users;--",
          "${jndi:ldap://x}",
          "#{1+1}",
          "{{1+1}}",
          "%s%n%x",
          "%00",
          "%zz",
          "%c0%af",
          "%u2028",
          "..",
          "../../etc/passwd",
          "..\\..\\x",
          "<script>alert(1)</script>",
          "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>",
          "\r\nX-Injected: y",
          "\n",
          "\t",
          "\0",
          "\u0001",
          "\u001b[31m",
          "\u007f",
          "\u0085",
          "\u00a0",
          "\u00ad",
          "\u0130",
          "\u0131",
          "ß",
          "ﬀ",
          "e\u0301",
          "é",
          "\u200b",
          "\u200d",
          "\u2028",
          "\u202e",
          "\u2066",
          "\ufeff",
          "\ufffd",
          "\uffff",
          "\ufdfa",
          "＠",
          "漢字",
          "🦊",
          "👩‍👩‍👧",
          "01906c4e-8f00-7abc-8def-0123456789ab",
          "00000000-0000-0000-0000-000000000000",
          "me",
          "alice",
          "x@example.com",
          "x@bücher.example.com",
          "\"x\"@example.com",
          "x@[127.0.0.1]",
          "gzip",
          "identity",
          "bytes=0-1",
          "bytes=9-1,,-",
          "100-continue",
          "Thu, 01 Jan 1970 00:00:00 GMT",
          "Thu, 99 Foo",
          "W/\"x\"",
          "*",
          "http://localhost:8000",
          "same-origin",
          "cross-site",
          "h2c",
          "eyJhbGciOiJub25lIn0.e30.",
          "a.b.c",
          "access_token",
          "x=y; access_token=z",
          "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
          "ba",
          "{}",
          "[]",
          "[[[[[[[[",
          "{\"a\":{\"a\":{}}}");

  private final Random random;

  Nasty(Random random) {
    this.random = random;
  }

  /** Text that may hold anything but half of a surrogate pair. */
  String wellFormed() {
    var text = TEXTS.get(random.nextInt(TEXTS.size()));
    return switch (random.nextInt(20)) {
      case 0 -> text.repeat(random.nextInt(200));
      case 1 -> text + TEXTS.get(random.nextInt(TEXTS.size()));
      case 2 -> anyCharacters();
      default -> text;
    };
  }

  private String anyCharacters() {
    return random
        .ints(random.nextInt(40), 0, 0x3000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The same, and once in a while very long. */
  String text() {
    return random.nextInt(300) == 0 ? "a".repeat(100 * 1024) : wellFormed();
  }

  /** A JSON value. */
  @Nullable Object value() {
    return switch (random.nextInt(10)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextLong();
      case 3 -> random.nextInt();
      case 4 -> random.nextDouble() * Math.pow(10, random.nextInt(300));
      case 5 -> nested(random.nextInt(60));
      case 6 -> List.of(wellFormed(), wellFormed());
      default -> text();
    };
  }

  private Object nested(int depth) {
    Object value = wellFormed();
    for (int i = 0; i < depth; i++) {
      if (random.nextBoolean()) {
        var list = new ArrayList<Object>();
        list.add(value);
        value = list;
      } else {
        var map = new LinkedHashMap<String, Object>();
        map.put(wellFormed(), value);
        value = map;
      }
    }
    return value;
  }
}
