package dev.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.notifications.port.InMemoryMailer;
import dev.portico.application.notifications.port.Mailer;
import dev.portico.domain.notifications.Mail;
import dev.portico.web.shared.ServiceUnderTest;
import java.util.List;
import java.util.regex.Pattern;

/** The mails of one test, in the place of the mail server, and the codes that are in them. */
final class CodeMails {

  private static final Pattern CODE = Pattern.compile("#token=(pc_[A-Za-z0-9_-]{43})\\s");

  private final InMemoryMailer mailer = new InMemoryMailer();

  CodeMails(ServiceUnderTest service) {
    service.ports().override(Mailer.class, mailer);
  }

  /** What was sent to this address, in order. */
  List<Mail> to(String address) {
    return mailer.sent().stream().filter(it -> it.to().text().equals(address)).toList();
  }

  /** The code in the last mail to this address. */
  String codeTo(String address) {
    var mails = to(address);
    assertThat(mails).as("mails to %s", address).isNotEmpty();
    var code = CODE.matcher(mails.getLast().text());
    assertThat(code.find()).as("a code in %s", mails.getLast().text()).isTrue();
    return code.group(1);
  }
}
