package dev.portico.web.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.portico.domain.notifications.Mail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.time.Instant;
import java.util.Date;

/**
 * A mail as it goes over the wire (RFC 5322): from us, to one person, under a name that is the same
 * each time it is sent. Where there is HTML too, the text goes first, so that readers who know
 * neither from the other see it (RFC 2046, section 5.1.4).
 */
final class MailMessage extends MimeMessage {

  private final String name;

  MailMessage(Session session, Mail mail, String from, Instant sentAt) throws MessagingException {
    super(session);
    name = "<" + mail.id() + "@" + from.substring(from.indexOf('@') + 1) + ">";
    setFrom(new InternetAddress(from, true));
    setRecipient(RecipientType.TO, new InternetAddress(mail.to().text(), true));
    setSubject(mail.subject(), UTF_8.name());
    setSentDate(Date.from(sentAt));
    // So that no machine answers (RFC 3834).
    setHeader("Auto-Submitted", "auto-generated");
    if (mail.html().isPresent()) {
      var alternatives = new MimeMultipart("alternative");
      alternatives.addBodyPart(part(mail.text(), "plain"));
      alternatives.addBodyPart(part(mail.html().get(), "html"));
      setContent(alternatives);
    } else {
      fill(this, mail.text(), "plain");
    }
    saveChanges();
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    fill(part, text, subtype);
    return part;
  }

  private static void fill(MimePart part, String text, String subtype) throws MessagingException {
    part.setText(text, UTF_8.name(), subtype);
    // Lines may be longer than SMTP allows; base64, the other choice, is for programs only.
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", name);
  }
}
