package dev.portico.web.notifications;

import dev.portico.application.notifications.port.Mailer;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.notifications.Mail;
import dev.portico.web.shared.MailSettings;
import dev.portico.web.shared.SmtpUrl;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;

/**
 * Hands mails to a server by SMTP (RFC 5321), a connection each: mails are few, and a connection
 * that is kept is found broken when it is needed.
 */
final class SmtpMailer implements Mailer {

  private static final int CONNECT_MS = 5_000;
  private static final int READ_MS = 10_000;
  private static final int WRITE_MS = 10_000;

  private final MailSettings.Server server;
  private final InstantSource time;
  private final Session session;
  private final String domain;

  SmtpMailer(MailSettings.Server server, InstantSource time) {
    this.server = server;
    this.time = time;
    session = Session.getInstance(properties(server));
    domain = server.from().substring(server.from().indexOf('@') + 1);
  }

  static Properties properties(MailSettings.Server server) {
    var prefix = "mail." + protocol(server.url()) + ".";
    var properties = new Properties();
    properties.setProperty(prefix + "connectiontimeout", Integer.toString(CONNECT_MS));
    properties.setProperty(prefix + "timeout", Integer.toString(READ_MS));
    properties.setProperty(prefix + "writetimeout", Integer.toString(WRITE_MS));
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

  @Override
  public void send(Mail mail) {
    try (var transport = session.getTransport(protocol(server.url()))) {
      var message = message(mail);
      var login = server.url().login();
      transport.connect(
          server.url().host(),
          server.url().port(),
          login.map(SmtpUrl.Login::user).orElse(null),
          login.map(SmtpUrl.Login::password).orElse(null));
      transport.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException failure) {
      // Its kind alone: the message may quote the address.
      throw new Unavailable(
          "the mail server takes no mail: " + failure.getClass().getSimpleName(), failure);
    }
  }

  private MimeMessage message(Mail mail) throws MessagingException {
    var message = new NamedMessage(session, "<" + mail.id() + "@" + domain + ">");
    message.setFrom(new InternetAddress(server.from(), true));
    message.setRecipient(RecipientType.TO, new InternetAddress(mail.to().text(), true));
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(time.instant()));
    // So that no machine answers (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setText(mail.text(), StandardCharsets.UTF_8.name());
    // Lines may be longer than SMTP allows; base64, the other choice, is for programs only.
    message.setHeader("Content-Transfer-Encoding", "quoted-printable");
    message.saveChanges();
    return message;
  }

  /** A message whose name is ours, the same each time it is sent. */
  private static final class NamedMessage extends MimeMessage {

    private final String name;

    NamedMessage(Session session, String name) {
      super(session);
      this.name = name;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", name);
    }
  }
}
