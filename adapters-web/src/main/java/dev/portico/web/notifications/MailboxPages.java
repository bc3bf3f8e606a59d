package dev.portico.web.notifications;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import dev.portico.web.notifications.MailboxMailer.Kept;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the mailbox looks like. Whatever a mail says is shown and never run. */
final class MailboxPages {

  static final String LIST_POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  static final String MAIL_POLICY = LIST_POLICY + "; frame-src 'self'";

  /** Shown in the frame of the page above and nowhere else, and asks for nothing. */
  static final String HTML_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'self'; sandbox";

  private static final Pattern LINK = Pattern.compile("https?://[A-Za-z0-9.:/#=_~?&;-]+");

  private MailboxPages() {}

  static String list(List<Kept> kept) {
    var rows = kept.stream().map(MailboxPages::row).collect(Collectors.joining());
    return page(
        "Mailbox",
        kept.isEmpty()
            ? "<p>No mail was sent yet.</p>\n"
            : """
            <table>
            <thead><tr><th>Sent</th><th>To</th><th>Subject</th></tr></thead>
            <tbody>
            %s</tbody>
            </table>
            """
                .formatted(rows));
  }

  private static String row(Kept kept) {
    var mail = kept.mail();
    return "<tr><td>%s</td><td>%s</td><td><a href=\"/dev/mailbox/%s\">%s</a></td></tr>\n"
        .formatted(kept.at(), htmlEscape(mail.to().text()), mail.id(), htmlEscape(mail.subject()));
  }

  static String mail(Kept kept) {
    var mail = kept.mail();
    var frame =
        mail.html().isEmpty()
            ? ""
            : "<h2>HTML</h2>\n<iframe sandbox title=\"The mail in HTML\" src=\"/dev/mailbox/%s/html\">"
                    .formatted(mail.id())
                + "</iframe>\n";
    return page(
        mail.subject(),
        """
        <p><a href="/dev/mailbox">All mails</a></p>
        <p>To %s, sent %s</p>
        <h2>Text</h2>
        <pre>%s</pre>
        %s\
        """
            .formatted(
                htmlEscape(mail.to().text()),
                kept.at(),
                LINK.matcher(htmlEscape(mail.text())).replaceAll("<a href=\"$0\">$0</a>"),
                frame));
  }

  private static String page(String title, String content) {
    var escaped = htmlEscape(title);
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Portico: %s</title>
    <link rel="stylesheet" href="/pages/pages.css">
    </head>
    <body class="wide">
    <main>
    <h1>%s</h1>
    %s</main>
    </body>
    </html>
    """
        .formatted(escaped, escaped, content);
  }
}
