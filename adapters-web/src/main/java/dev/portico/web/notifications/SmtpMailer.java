package dev.portico.web.notifications;

import dev.portico.application.notifications.port.Mailer;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.notifications.Mail;
import dev.portico.web.shared.MailSettings;
import dev.portico.web.shared.SmtpUrl;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hands mails to a server by SMTP (RFC 5321), a connection each: mails are few, and a connection
 * that is kept is found broken when it is needed.
 */
final class SmtpMailer implements Mailer {

  /** How long a mail may take altogether, however often the server says something. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int CONNECT_MS = 5_000;
  private static final int READ_MS = 8_000;
  private static final int WRITE_MS = 8_000;

  private final MailSettings.Server server;
  private final InstantSource time;
  private final Duration patience;

  SmtpMailer(MailSettings.Server server, InstantSource time) {
    this(server, time, PATIENCE);
  }

  SmtpMailer(MailSettings.Server server, InstantSource time, Duration patience) {
    this.server = server;
    this.time = time;
    this.patience = patience;
  }

  static Properties properties(MailSettings.Server server) {
    var prefix = "mail." + protocol(server.url()) + ".";
    var properties = new Properties();
    properties.setProperty(prefix + "connectiontimeout", Integer.toString(CONNECT_MS));
    properties.setProperty(prefix + "timeout", Integer.toString(READ_MS));
    properties.setProperty(prefix + "writetimeout", Integer.toString(WRITE_MS));
    // Once it has taken the mail, its last word is of no interest.
    properties.setProperty(prefix + "quitwait", "false");
    properties.setProperty(prefix + "from", server.from());
    properties.setProperty(prefix + "auth", Boolean.toString(server.url().login().isPresent()));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "starttls.enable", "true");
    properties.setProperty(prefix + "starttls.required", Boolean.toString(server.url().needsTls()));
    return properties;
  }

  private static String protocol(SmtpUrl url) {
    return url.tls() ? "smtps" : "smtp";
  }

  /**
   * On a thread that can be left behind: a server that says a byte a second is never silent for
   * long enough to be given up, and looking its name up knows no limit of time at all.
   */
  @Override
  public void send(Mail mail) {
    var sockets = new ClosableSockets();
    var taken = new CompletableFuture<Void>();
    var now = time.instant();
    Thread.ofVirtual().name("smtp").start(() -> deliver(mail, now, sockets, taken));
    try {
      var _ = taken.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      sockets.close();
      throw new Unavailable("the mail server took longer than " + patience.toSeconds() + " s");
    } catch (InterruptedException stopped) {
      sockets.close();
      Thread.currentThread().interrupt();
      throw new Unavailable("stopped before the mail server had taken the mail");
    } catch (ExecutionException failure) {
      throw SmtpVerdict.of(Objects.requireNonNull(failure.getCause()));
    }
  }

  /** What goes wrong after the mail was taken is nobody's business: it must not be sent again. */
  private void deliver(
      Mail mail, Instant now, ClosableSockets sockets, CompletableFuture<Void> taken) {
    var session = session(sockets);
    try (var transport = session.getTransport(protocol(server.url()))) {
      var message = new MailMessage(session, mail, server.from(), now);
      var login = server.url().login();
      transport.connect(
          server.url().host(),
          server.url().port(),
          login.map(SmtpUrl.Login::user).orElse(null),
          login.map(SmtpUrl.Login::password).orElse(null));
      transport.sendMessage(message, message.getAllRecipients());
      taken.complete(null);
    } catch (MessagingException | RuntimeException failure) {
      taken.completeExceptionally(failure);
    }
  }

  private Session session(ClosableSockets sockets) {
    var properties = properties(server);
    var prefix = "mail." + protocol(server.url()) + ".";
    properties.put(prefix + "socketFactory", sockets);
    properties.setProperty(prefix + "socketFactory.fallback", "false");
    return Session.getInstance(properties);
  }
}
