package dev.portico.web.shared;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Everything that is logged while it is open, by every test that runs meanwhile, down to DEBUG for
 * ourselves and for what handles requests. The dispatcher is left as it is: at DEBUG it repeats the
 * query of every request, so whoever configures the log has to keep it quiet.
 */
final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private static final List<Logger> LOUD =
      Stream.of(
              "dev.portico", "org.springframework.web", "org.springframework.http", "com.nimbusds")
          .map(name -> (Logger) LoggerFactory.getLogger(name))
          .toList();
  private static final Logger ROOT =
      (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private static final AtomicInteger OPEN = new AtomicInteger();

  private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();

  private LogCapture() {}

  /** Begins to listen. */
  static LogCapture open() {
    var capture = new LogCapture();
    capture.setContext(ROOT.getLoggerContext());
    capture.start();
    ROOT.addAppender(capture);
    synchronized (OPEN) {
      if (OPEN.getAndIncrement() == 0) {
        LOUD.forEach(logger -> logger.setLevel(Level.DEBUG));
      }
    }
    return capture;
  }

  @Override
  protected void append(ILoggingEvent event) {
    event.prepareForDeferredProcessing();
    events.add(event);
  }

  List<ILoggingEvent> events() {
    return List.copyOf(events);
  }

  /** The message, its arguments, the context and the exception with its causes. */
  static String textOf(ILoggingEvent event) {
    var arguments = event.getArgumentArray();
    return event.getLoggerName()
        + ": "
        + event.getFormattedMessage()
        + (arguments == null ? "" : Arrays.toString(arguments))
        + event.getMDCPropertyMap()
        + textOf(event.getThrowableProxy());
  }

  private static String textOf(@Nullable IThrowableProxy thrown) {
    return thrown == null ? "" : ThrowableProxyUtil.asString(thrown);
  }

  String text() {
    return events().stream().map(LogCapture::textOf).collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    synchronized (OPEN) {
      if (OPEN.decrementAndGet() == 0) {
        LOUD.forEach(logger -> logger.setLevel(null));
      }
    }
    ROOT.detachAppender(this);
    stop();
  }
}
