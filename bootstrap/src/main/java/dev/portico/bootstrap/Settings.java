package dev.portico.bootstrap;

import dev.portico.domain.access.AttemptRule;
import dev.portico.domain.access.KeySchedule;
import dev.portico.domain.access.SessionRule;
import dev.portico.domain.audit.AuditRule;
import dev.portico.domain.chat.ChatRule;
import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.PasswordRule;
import dev.portico.domain.webhooks.WebhookRule;
import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.RedisUrl;
import dev.portico.web.access.AccessWeb;
import dev.portico.web.chat.ChatWeb;
import dev.portico.web.payments.PaymentsWeb;
import dev.portico.web.shared.MailSettings;
import dev.portico.web.shared.PeerUrl;
import dev.portico.web.shared.SmtpUrl;
import dev.portico.web.shared.TrustedProxies;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the service is told from outside, checked.
 *
 * @param secretKey empty only beside an embedded database, which keeps one of its own
 * @param databaseUrl empty for the embedded database
 * @param migrationUrl the same as another user, who makes the tables; empty where it is the same
 *     one
 * @param shutdownDelay how long the service goes on answering, unready, before it stops
 * @param mail where mails go
 * @param mailsAtOnce how many mails this node sends at the same time, which is also how many a
 *     crash may send twice
 * @param externalDataUrl empty for the built-in sandbox
 * @param previousSecretKeys what the database may still be sealed with
 * @param trustedProxies who may say for whom they speak
 * @param redisUrl empty where each node keeps a cache of its own
 * @param firstAdmin who is to be the first administrator, where there is none
 */
record Settings(
    int port,
    Optional<SecretKey> secretKey,
    Optional<DatabaseUrl> databaseUrl,
    Optional<DatabaseUrl> migrationUrl,
    URI publicUrl,
    boolean debug,
    LogFormat logFormat,
    Path dataFolder,
    PasswordRule passwordRule,
    Duration shutdownDelay,
    MailSettings mail,
    int mailsAtOnce,
    Optional<PeerUrl> externalDataUrl,
    List<SecretKey> previousSecretKeys,
    KeySchedule keySchedule,
    Optional<FirstAdmin> firstAdmin,
    AuditRule auditRule,
    SessionRule sessionRule,
    AccessWeb.Settings access,
    AttemptRule attemptRule,
    TrustedProxies trustedProxies,
    PaymentsWeb.Settings payments,
    Optional<RedisUrl> redisUrl,
    ChatRule chatRule,
    ChatWeb.Settings chat,
    WebhookRule webhookRule) {

  /** How log events are written. */
  enum LogFormat {
    /** A line for people. */
    TEXT,
    /** A JSON object a line, for programs. */
    JSON
  }

  private static final int DEFAULT_PORT = 8000;
  private static final int MAX_PORT = 65_535;
  private static final int GREATEST_SESSION_DAYS = 400;
  private static final int MAX_MAILS_AT_ONCE = 5;
  private static final int MAX_AUDIT_DAYS = 3_650;
  private static final int MAX_CHAT_DAYS = 3_650;
  private static final int MAX_CHAT_MESSAGES_PER_SECOND = 1_000;
  private static final int MAX_CHAT_SOCKETS = 1_000_000;
  private static final int MAX_SHUTDOWN_DELAY_SECONDS = 60;

  /**
   * Checks what was written.
   *
   * @throws StartRefused if a value breaks its rule
   */
  static Settings of(RawSettings raw) {
    var databaseUrl = databaseUrlOf(raw);
    var secretKey = raw.get(Setting.SECRET_KEY).map(Settings::secretKey);
    if (databaseUrl.isPresent() && secretKey.isEmpty()) {
      throw new StartRefused(
          "SECRET_KEY is required with DATABASE_URL: set it to what `openssl rand -base64 48`"
              + " prints, the same on every node.");
    }
    // 0 lets the system choose, which is of use to tests only.
    int port = number(raw, Setting.PORT, DEFAULT_PORT, 0, MAX_PORT);
    boolean debug = flag(raw, Setting.DEBUG);
    return new Settings(
        port,
        secretKey,
        databaseUrl,
        migrationUrlOf(raw),
        raw.get(Setting.PUBLIC_URL)
            .map(Settings::publicUrl)
            .orElseGet(() -> URI.create("http://localhost:" + port)),
        debug,
        logFormatOf(raw),
        dataFolderOf(raw),
        new PasswordRule(
            number(
                raw,
                Setting.PASSWORD_MIN_LENGTH,
                PasswordRule.LEAST_MINIMUM,
                PasswordRule.LEAST_MINIMUM,
                PasswordRule.GREATEST_MINIMUM)),
        Duration.ofSeconds(
            number(raw, Setting.SHUTDOWN_DELAY_SECONDS, 0, 0, MAX_SHUTDOWN_DELAY_SECONDS)),
        mail(raw, debug),
        number(raw, Setting.MAILS_AT_ONCE, 1, 1, MAX_MAILS_AT_ONCE),
        raw.get(Setting.EXTERNAL_DATA_URL).map(text -> peerUrl(Setting.EXTERNAL_DATA_URL, text)),
        raw.get(Setting.SECRET_KEY_PREVIOUS).map(Settings::previousKeys).orElse(List.of()),
        KeySchedule.ofDays(
            number(
                raw,
                Setting.SIGNING_KEY_DAYS,
                KeySchedule.DEFAULT_DAYS,
                KeySchedule.LEAST_DAYS,
                KeySchedule.GREATEST_DAYS)),
        FirstAdmin.of(raw),
        new AuditRule(
            Duration.ofDays(
                number(raw, Setting.AUDIT_DAYS, AuditRule.DEFAULT_DAYS, 1, MAX_AUDIT_DAYS))),
        sessionRule(raw),
        new AccessWeb.Settings(introspectionSecret(raw)),
        attemptRule(raw),
        raw.get(Setting.TRUSTED_PROXIES)
            .map(text -> accepted(Setting.TRUSTED_PROXIES, TrustedProxies.parse(text)))
            .orElse(TrustedProxies.NONE),
        new PaymentsWeb.Settings(
            raw.get(Setting.PAYMENT_GATEWAY_URL)
                .map(text -> peerUrl(Setting.PAYMENT_GATEWAY_URL, text)),
            raw.get(Setting.STRIPE_SECRET_KEY).map(Settings::stripeKey)),
        raw.get(Setting.REDIS_URL).map(text -> accepted(Setting.REDIS_URL, RedisUrl.parse(text))),
        chatRule(raw),
        chat(raw),
        new WebhookRule(flag(raw, Setting.WEBHOOKS_ALLOW_PRIVATE)));
  }

  private static AttemptRule attemptRule(RawSettings raw) {
    var rule = AttemptRule.DEFAULT;
    return rule.with(
        number(
            raw,
            Setting.LOGIN_ATTEMPTS_PER_ACCOUNT,
            rule.perAccount(),
            AttemptRule.LEAST_PER_ACCOUNT,
            AttemptRule.GREATEST_PER_ACCOUNT),
        number(
            raw,
            Setting.LOGIN_ATTEMPTS_PER_ADDRESS,
            rule.perAddress(),
            AttemptRule.LEAST_PER_ADDRESS,
            AttemptRule.GREATEST_PER_ADDRESS));
  }

  /** Where the longest is set alone, it bounds the other as well. */
  private static SessionRule sessionRule(RawSettings raw) {
    long most = SessionRule.DEFAULT.absolute().toDays();
    long idle = SessionRule.DEFAULT.idle().toDays();
    int maxDays = number(raw, Setting.SESSION_MAX_DAYS, (int) most, 1, GREATEST_SESSION_DAYS);
    int idleDays =
        number(
            raw,
            Setting.SESSION_IDLE_DAYS,
            (int) Math.min(idle, maxDays),
            1,
            GREATEST_SESSION_DAYS);
    if (idleDays > maxDays) {
      throw new StartRefused("SESSION_IDLE_DAYS must not be more than SESSION_MAX_DAYS.");
    }
    return new SessionRule(Duration.ofDays(idleDays), Duration.ofDays(maxDays));
  }

  private static ChatRule chatRule(RawSettings raw) {
    return ChatRule.of(
        number(
            raw,
            Setting.CHAT_MESSAGES_PER_SECOND,
            ChatRule.DEFAULT_MESSAGES_PER_SECOND,
            1,
            MAX_CHAT_MESSAGES_PER_SECOND),
        number(raw, Setting.CHAT_DAYS, ChatRule.DEFAULT_DAYS, 1, MAX_CHAT_DAYS));
  }

  private static ChatWeb.Settings chat(RawSettings raw) {
    var otherwise = ChatWeb.Settings.DEFAULT;
    return new ChatWeb.Settings(
        sockets(raw, Setting.CHAT_SOCKETS_PER_USER, otherwise.socketsPerUser()),
        sockets(raw, Setting.CHAT_SOCKETS_PER_ADDRESS, otherwise.socketsPerAddress()),
        sockets(raw, Setting.CHAT_SOCKETS, otherwise.sockets()));
  }

  private static int sockets(RawSettings raw, Setting setting, int otherwise) {
    return number(raw, setting, otherwise, 1, MAX_CHAT_SOCKETS);
  }

  private static Optional<String> introspectionSecret(RawSettings raw) {
    var secret = raw.get(Setting.INTROSPECTION_SECRET);
    secret.ifPresent(text -> {
      var _ = accepted(Setting.INTROSPECTION_SECRET, SecretKey.parse(text));
    });
    if (secret.isPresent() && secret.equals(raw.get(Setting.SECRET_KEY))) {
      throw new StartRefused("INTROSPECTION_SECRET must not be SECRET_KEY, which nobody is told.");
    }
    return secret;
  }

  /** The database alone, for commands that need no more; empty for the embedded one. */
  static Optional<DatabaseUrl> databaseUrlOf(RawSettings raw) {
    return raw.get(Setting.DATABASE_URL).map(Settings::databaseUrl);
  }

  /** Who makes the tables, where that is another user; empty otherwise. */
  static Optional<DatabaseUrl> migrationUrlOf(RawSettings raw) {
    var url = databaseUrlOf(raw);
    var migrations =
        raw.get(Setting.MIGRATION_DATABASE_URL)
            .map(text -> accepted(Setting.MIGRATION_DATABASE_URL, DatabaseUrl.parse(text)));
    if (migrations.isPresent() && !url.map(migrations.get()::isNamedAs).orElse(false)) {
      throw new StartRefused(
          "MIGRATION_DATABASE_URL must name the database of DATABASE_URL, as the user who makes"
              + " its tables.");
    }
    return migrations;
  }

  /** Where the embedded database is. */
  static Path dataFolderOf(RawSettings raw) {
    return folder(raw.get(Setting.DATA_FOLDER).orElse("data"));
  }

  static LogFormat logFormatOf(RawSettings raw) {
    return raw.get(Setting.LOG_FORMAT)
        .map(Settings::logFormat)
        .orElse(raw.get(Setting.DATABASE_URL).isPresent() ? LogFormat.JSON : LogFormat.TEXT);
  }

  /** Either alone is a mistake: mails would be kept where their sender believes them sent. */
  private static MailSettings mail(RawSettings raw, boolean debug) {
    var smtpUrl = raw.get(Setting.SMTP_URL);
    var from = raw.get(Setting.MAIL_FROM);
    if (smtpUrl.isPresent() != from.isPresent()) {
      throw new StartRefused(
          "SMTP_URL and MAIL_FROM belong together: where mails go, and the address they come"
              + " from.");
    }
    return new MailSettings(
        smtpUrl.map(url ->
            new MailSettings.Server(
                accepted(Setting.SMTP_URL, SmtpUrl.parse(url)),
                accepted(Setting.MAIL_FROM, EmailAddress.parse(from.orElseThrow())).text())),
        debug && smtpUrl.isEmpty());
  }

  private static DatabaseUrl databaseUrl(String text) {
    return accepted(Setting.DATABASE_URL, DatabaseUrl.parse(text));
  }

  private static PeerUrl peerUrl(Setting setting, String text) {
    return accepted(setting, PeerUrl.parse(text));
  }

  private static PaymentsWeb.StripeKey stripeKey(String text) {
    return accepted(Setting.STRIPE_SECRET_KEY, PaymentsWeb.StripeKey.parse(text));
  }

  private static SecretKey secretKey(String text) {
    return accepted(Setting.SECRET_KEY, SecretKey.parse(text));
  }

  /** Several are separated by blanks or line ends, which no generated key has. */
  private static List<SecretKey> previousKeys(String text) {
    return Arrays.stream(text.strip().split("\\s+"))
        .map(key -> accepted(Setting.SECRET_KEY_PREVIOUS, SecretKey.parse(key)))
        .toList();
  }

  static <T> T accepted(Setting setting, Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Accepted<T>(var value) -> value;
      case Parsed.Refused<T>(var reason) -> throw new StartRefused(setting + " " + reason + ".");
    };
  }

  private static int number(RawSettings raw, Setting setting, int otherwise, int least, int most) {
    return raw.get(setting).map(text -> number(setting, text, least, most)).orElse(otherwise);
  }

  private static int number(Setting setting, String text, int least, int most) {
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new StartRefused(
        "%s must be a whole number from %d to %d.".formatted(setting, least, most));
  }

  private static boolean flag(RawSettings raw, Setting setting) {
    return raw.get(setting).map(text -> flag(setting, text)).orElse(false);
  }

  private static boolean flag(Setting setting, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> true;
      case "false", "0", "no", "off" -> false;
      default -> throw new StartRefused(setting + " must be true or false.");
    };
  }

  private static LogFormat logFormat(String text) {
    return switch (text) {
      case "text" -> LogFormat.TEXT;
      case "json" -> LogFormat.JSON;
      default -> throw new StartRefused(Setting.LOG_FORMAT + " must be text or json.");
    };
  }

  /** An origin: scheme, host, perhaps a port, and nothing behind. */
  private static URI publicUrl(String text) {
    if (text.matches("https?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?/?")) {
      return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }
    throw new StartRefused(
        Setting.PUBLIC_URL + " must be an http or https address such as https://api.example.com.");
  }

  private static Path folder(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException odd) {
      throw new StartRefused(Setting.DATA_FOLDER + " must be the path of a folder.");
    }
  }
}
