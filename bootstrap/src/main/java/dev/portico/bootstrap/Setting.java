package dev.portico.bootstrap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting there is; its name is the environment variable's. */
enum Setting {
  PORT,
  SECRET_KEY,
  DATABASE_URL,
  MIGRATION_DATABASE_URL,
  PUBLIC_URL,
  DEBUG,
  LOG_FORMAT,
  DATA_FOLDER,
  PASSWORD_MIN_LENGTH,
  SHUTDOWN_DELAY_SECONDS,
  SMTP_URL,
  MAIL_FROM,
  MAILS_AT_ONCE,
  EXTERNAL_DATA_URL,
  SECRET_KEY_PREVIOUS,
  SIGNING_KEY_DAYS,
  ADMIN_USERNAME,
  ADMIN_PASSWORD,
  ADMIN_EMAIL,
  AUDIT_DAYS,
  SESSION_IDLE_DAYS,
  SESSION_MAX_DAYS,
  INTROSPECTION_SECRET,
  LOGIN_ATTEMPTS_PER_ACCOUNT,
  LOGIN_ATTEMPTS_PER_ADDRESS,
  TRUSTED_PROXIES,
  PAYMENT_GATEWAY_URL,
  STRIPE_SECRET_KEY,
  REDIS_URL,
  CHAT_MESSAGES_PER_SECOND,
  CHAT_DAYS,
  CHAT_SOCKETS_PER_USER,
  CHAT_SOCKETS_PER_ADDRESS,
  CHAT_SOCKETS,
  WEBHOOKS_ALLOW_PRIVATE;

  /**
   * Where a file's path is given in place of a value, so that no secret stands in the environment.
   */
  static final String FILE_SUFFIX = "_FILE";

  /** How the setting is called on the command line and as a system property. */
  String property() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Setting> ofProperty(String property) {
    return Arrays.stream(values()).filter(s -> s.property().equals(property)).findFirst();
  }
}
