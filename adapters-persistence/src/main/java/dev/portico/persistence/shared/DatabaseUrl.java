package dev.portico.persistence.shared;

import dev.portico.domain.shared.Parsed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Where the database is and who may use it, written as libpq's connection URI: {@code
 * postgresql://user:password@host:port/database?sslmode=verify-full}.
 *
 * <p>Several hosts, separated by commas, are the nodes of one cluster; the one that takes writes is
 * used. Knows its password and never shows it.
 */
public final class DatabaseUrl {

  /** The port where none is written. */
  static final int DEFAULT_PORT = 5432;

  private final List<Host> hosts;
  private final String database;
  private final Map<String, String> properties;

  /**
   * One node of the cluster.
   *
   * @param name without the brackets of an IPv6 address
   */
  record Host(String name, int port) {

    @Override
    public String toString() {
      return (name.indexOf(':') < 0 ? name : "[" + name + "]") + ":" + port;
    }
  }

  /** {@code properties} are pgjdbc's, user and password among them. */
  DatabaseUrl(List<Host> hosts, String database, Map<String, String> properties) {
    this.hosts = List.copyOf(hosts);
    this.database = database;
    this.properties = Map.copyOf(properties);
  }

  /**
   * Reads a URI as people write it into {@code DATABASE_URL}.
   *
   * <p>Credentials and database are percent-encoded (RFC 3986, 2.1). The scheme may be {@code
   * postgres} and may carry a SQLAlchemy driver suffix such as {@code +asyncpg}, which is ignored.
   * Parameters other than {@code sslmode}, {@code sslrootcert}, {@code channel_binding}, {@code
   * application_name} and {@code target_session_attrs} are refused, so that no URI can lift the
   * time limits. A reason of refusal holds nothing of the text, which may hold a password anywhere.
   */
  public static Parsed<DatabaseUrl> parse(String text) {
    return DatabaseUrlParser.parse(text);
  }

  /** The same server and user, another database. */
  DatabaseUrl withDatabase(String other) {
    return new DatabaseUrl(hosts, other, properties);
  }

  /** Whether both name one database, wherever the servers are: one may stand behind a pooler. */
  public boolean isNamedAs(DatabaseUrl other) {
    return database.equals(other.database);
  }

  /** As pgjdbc wants it, without credentials. */
  String jdbcUrl() {
    return "jdbc:postgresql://"
        + hostList()
        + "/"
        + URLEncoder.encode(database, StandardCharsets.UTF_8);
  }

  /** Everything pgjdbc is told beside the URL: credentials, TLS, what kind of host is wanted. */
  Properties properties() {
    var all = new Properties();
    all.put("ApplicationName", "portico");
    all.put("targetServerType", hosts.size() > 1 ? "primary" : "any");
    all.put("tcpKeepAlive", "true");
    all.put("connectTimeout", Integer.toString(TimeLimits.CONNECT_S));
    all.put("loginTimeout", Integer.toString(TimeLimits.LOGIN_S));
    all.put("cancelSignalTimeout", Integer.toString(TimeLimits.CANCEL_S));
    all.putAll(properties);
    return all;
  }

  /** A single connection, with no limit on how long a statement takes. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), properties());
  }

  String database() {
    return database;
  }

  String hostList() {
    return hosts.stream().map(Host::toString).collect(Collectors.joining(","));
  }

  /**
   * As it could be parsed again, user and password included: for the environment of a process that
   * is to use the database, and for no log.
   */
  public String withCredentials() {
    var user = encoded(properties.getOrDefault("user", ""));
    var password = encoded(properties.getOrDefault("password", ""));
    return "postgresql://" + user + ":" + password + "@" + hostList() + "/" + encoded(database);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Without user and password: it may end up in a log. */
  @Override
  public String toString() {
    return "postgresql://" + hostList() + "/" + database;
  }
}
