package dev.portico.application.notifications.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.Unavailable;
import dev.portico.domain.notifications.Mail;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryMailerTest extends MailerContract {

  private final InMemoryMailer mailer = new InMemoryMailer();

  @Override
  protected Mailer mailer() {
    return mailer;
  }

  @Override
  protected List<Mail> delivered() {
    return mailer.sent();
  }

  @Test
  void failsAsOftenAsTold() {
    mailer.failNext(1);

    assertThatThrownBy(() -> mailer.send(mail(1, "x\n"))).isInstanceOf(Unavailable.class);
    mailer.send(mail(1, "x\n"));

    assertThat(mailer.sent()).containsExactly(mail(1, "x\n"));
  }
}
