package dev.portico.persistence.shared;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.shared.Texts;
import dev.portico.persistence.shared.DatabaseUrl.Host;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@link DatabaseUrl}. A refusal is thrown inside and becomes a value at the border. */
final class DatabaseUrlParser {

  private static final Pattern URI =
      Pattern.compile(
          "postgres(?:ql)?(?:\\+[a-z0-9_]{1,32})?://"
              + "(?:(?<credentials>[^/?#]*)@)?(?<hosts>[^/@]*)/(?<database>[^/?#]*)(?:\\?(?<query>.*))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HOST =
      Pattern.compile(
          "(?:\\[(?<v6>[0-9a-fA-F:.]+)]|(?<name>[A-Za-z0-9._-]+))(?::(?<port>[0-9]+))?");
  private static final Set<String> SSL_MODES =
      Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
  private static final Set<String> CHANNEL_BINDINGS = Set.of("disable", "prefer", "require");
  private static final Set<String> SESSION_ATTRIBUTES = Set.of("any", "read-write", "primary");
  private static final int GREATEST_PORT = 65_535;

  private DatabaseUrlParser() {}

  static Parsed<DatabaseUrl> parse(String text) {
    try {
      return Parsed.accepted(read(text.strip()));
    } catch (NotAUrl refusal) {
      return Parsed.refused(refusal.reason);
    }
  }

  private static DatabaseUrl read(String text) throws NotAUrl {
    var uri = URI.matcher(text);
    if (!uri.matches()) {
      throw new NotAUrl(
          "must look like postgresql://user:password@host:port/database, with any of"
              + " :/?#[]@% inside user and password percent-encoded");
    }
    var properties = new HashMap<String, String>();
    readQuery(Optional.ofNullable(uri.group("query")).orElse(""), properties);
    readCredentials(Optional.ofNullable(uri.group("credentials")).orElse(""), properties);
    String database = decoded(uri.group("database"));
    if (database.isEmpty()) {
      throw new NotAUrl("must name a database behind the host");
    }
    return new DatabaseUrl(readHosts(uri.group("hosts")), database, properties);
  }

  private static void readCredentials(String text, Map<String, String> properties) throws NotAUrl {
    int colon = text.indexOf(':');
    String user = decoded(colon < 0 ? text : text.substring(0, colon));
    if (!user.isEmpty()) {
      properties.put("user", user);
    }
    if (colon >= 0) {
      properties.put("password", decoded(text.substring(colon + 1)));
    }
  }

  private static List<Host> readHosts(String text) throws NotAUrl {
    var hosts = new ArrayList<Host>();
    for (String part : text.split(",", -1)) {
      var host = HOST.matcher(part);
      if (!host.matches()) {
        throw new NotAUrl("must name a host, or several separated by commas, between @ and /");
      }
      String name = Optional.ofNullable(host.group("v6")).orElseGet(() -> host.group("name"));
      hosts.add(new Host(name, port(host.group("port"))));
    }
    return hosts;
  }

  private static int port(@Nullable String digits) throws NotAUrl {
    if (digits == null) {
      return DatabaseUrl.DEFAULT_PORT;
    }
    int port = digits.length() > 5 ? 0 : Integer.parseInt(digits);
    if (port < 1 || port > GREATEST_PORT) {
      throw new NotAUrl("must have a port from 1 to " + GREATEST_PORT);
    }
    return port;
  }

  private static void readQuery(String text, Map<String, String> properties) throws NotAUrl {
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        readParameter(name, decoded(pair.substring(equals + 1)), properties);
      }
    }
    // As libpq does: whoever names a root certificate wants it looked at.
    if (properties.containsKey("sslrootcert") && "require".equals(properties.get("sslmode"))) {
      properties.put("sslmode", "verify-ca");
    }
  }

  private static void readParameter(String name, String value, Map<String, String> properties)
      throws NotAUrl {
    switch (name) {
      case "sslmode" -> properties.put(name, oneOf(SSL_MODES, name, value));
      case "sslrootcert" -> properties.put(name, value);
      case "channel_binding" ->
          properties.put("channelBinding", oneOf(CHANNEL_BINDINGS, name, value));
      case "application_name" -> properties.put("ApplicationName", value);
      case "target_session_attrs" ->
          properties.put(
              "targetServerType",
              oneOf(SESSION_ATTRIBUTES, name, value).equals("any") ? "any" : "primary");
      default ->
          throw new NotAUrl(
              "may have no parameters but sslmode, sslrootcert, channel_binding, application_name"
                  + " and target_session_attrs");
    }
  }

  private static String oneOf(Set<String> allowed, String name, String value) throws NotAUrl {
    if (!allowed.contains(value)) {
      throw new NotAUrl(
          "must have as "
              + name
              + " one of "
              + String.join(", ", allowed.stream().sorted().toList()));
    }
    return value;
  }

  /** Percent-decoding as in RFC 3986, where a plus sign is a plus sign. */
  private static String decoded(String text) throws NotAUrl {
    String decoded;
    try {
      decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new NotAUrl("must write a percent sign inside user and password as %25");
    }
    if (Texts.hasControls(decoded)) {
      throw new NotAUrl("must not hold control characters");
    }
    return decoded;
  }

  private static final class NotAUrl extends Exception {

    private static final long serialVersionUID = 1L;
    private final String reason;

    NotAUrl(String reason) {
      super(reason);
      this.reason = reason;
    }
  }
}
