package dev.portico.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import dev.portico.bootstrap.Settings.LogFormat;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * How the service logs: to standard output, an event a line. What came in from outside cannot start
 * a line of its own: JSON escapes it, and the text form replaces control characters.
 */
final class Logging {

  private static final String ODD = "\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}";

  /** Time in UTC. The lines of an exception but its first are indented, whatever is in them. */
  private static final String PATTERN =
      "%d{\"yyyy-MM-dd'T'HH:mm:ss.SSS'Z'\", UTC} %-5level [%X{request_id:--}] %logger{0}:"
          + " %replace(%msg){'["
          + ODD
          + "]', '?'}%n%replace(%replace(%ex){'["
          + ODD
          + "&&[^\\n\\t]]', '?'}){'\\n(?=[^\\n\\t])', '\n\t'}";

  private Logging() {}

  static void configure(Settings settings) {
    configure(settings.logFormat(), settings.debug());
  }

  static void configure(LogFormat format, boolean debug) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setEncoder(encoder(format, context));
    appender.start();
    context.getLogger("ROOT").addAppender(appender);
    levels(debug).forEach((name, level) -> context.getLogger(name).setLevel(level));
  }

  private static Map<String, Level> levels(boolean debug) {
    return Map.ofEntries(
        Map.entry("ROOT", Level.WARN),
        Map.entry("dev.portico", debug ? Level.DEBUG : Level.INFO),
        // Any client could fill the disk with these.
        Map.entry("org.springframework.web.servlet.PageNotFound", Level.ERROR),
        // Whatever the database refuses is thrown to us too, and logged once.
        Map.entry("org.hibernate.orm.jdbc", Level.OFF),
        // We word ourselves why a start was refused.
        Map.entry("org.springframework.boot.web.server.servlet.context", Level.ERROR),
        Map.entry("org.apache.catalina.core.StandardService", Level.OFF),
        Map.entry("org.apache.coyote.http11.Http11NioProtocol", Level.OFF));
  }

  static Encoder<ILoggingEvent> encoder(LogFormat format, LoggerContext context) {
    return switch (format) {
      case JSON -> json(context);
      case TEXT -> text(context);
    };
  }

  private static Encoder<ILoggingEvent> json(LoggerContext context) {
    var json = new JsonEncoder();
    json.setContext(context);
    json.setWithSequenceNumber(false);
    json.setWithNanoseconds(false);
    json.setWithContext(false);
    json.setWithMessage(false);
    json.setWithArguments(false);
    json.setWithFormattedMessage(true);
    json.start();
    return json;
  }

  private static Encoder<ILoggingEvent> text(LoggerContext context) {
    var text = new PatternLayoutEncoder();
    text.setContext(context);
    text.setPattern(PATTERN);
    text.start();
    return text;
  }
}
