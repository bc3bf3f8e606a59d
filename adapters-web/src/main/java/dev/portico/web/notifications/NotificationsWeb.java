package dev.portico.web.notifications;

import dev.portico.application.Hexagon;
import dev.portico.application.notifications.port.Mailer;
import dev.portico.web.shared.Answers;
import dev.portico.web.shared.MailSettings;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The notifications feature's routes, and how its mails are sent. */
@Configuration(proxyBeanMethods = false)
public class NotificationsWeb {

  @Bean
  NotifyController notifyController(Hexagon hexagon, Answers answers) {
    return new NotifyController(hexagon.requestSubscription(), answers);
  }

  @Bean
  Mailer mailer(MailSettings settings, InstantSource time) {
    return settings
        .server()
        .<Mailer>map(server -> new SmtpMailer(server, time))
        .orElseGet(MailboxMailer::new);
  }
}
