package dev.portico.web.notifications;

import dev.portico.application.Hexagon;
import dev.portico.application.notifications.port.Mailer;
import dev.portico.web.shared.Answers;
import dev.portico.web.shared.MailSettings;
import java.time.InstantSource;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The notifications feature's routes and pages, and how its mails are sent. */
@Configuration(proxyBeanMethods = false)
public class NotificationsWeb {

  @Bean
  NotifyController notifyController(Hexagon hexagon, Answers answers) {
    return new NotifyController(hexagon, answers);
  }

  @Bean
  LinkPagesController linkPagesController() {
    return new LinkPagesController();
  }

  @Bean
  Mailer mailer(MailSettings settings, InstantSource time) {
    return settings
        .server()
        .<Mailer>map(server -> new SmtpMailer(server, time))
        .orElseGet(() -> new MailboxMailer(time));
  }

  @Bean
  @Conditional(MailboxIsShown.class)
  MailboxController mailboxController(Mailer mailer) {
    LoggerFactory.getLogger(NotificationsWeb.class)
        .warn("Whoever reaches this service can read all its mails at /dev/mailbox: DEBUG is on");
    return new MailboxController((MailboxMailer) mailer);
  }
}
