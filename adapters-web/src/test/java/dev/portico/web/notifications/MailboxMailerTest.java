package dev.portico.web.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.notifications.port.Mailer;
import dev.portico.application.notifications.port.MailerContract;
import dev.portico.domain.notifications.Mail;
import dev.portico.testkit.TestTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxMailerTest extends MailerContract {

  private final MailboxMailer mailer = new MailboxMailer(new TestTime());

  @Override
  protected Mailer mailer() {
    return mailer;
  }

  @Override
  protected List<Mail> delivered() {
    return mailer.kept().reversed().stream().map(MailboxMailer.Kept::mail).toList();
  }

  @Test
  void keepsTheLastHundred() {
    for (int i = 0; i < 103; i++) {
      mailer.send(mail(i, "text\n"));
    }

    assertThat(delivered()).hasSize(100).startsWith(mail(3, "text\n"));
  }
}
