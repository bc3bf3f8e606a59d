package dev.portico.web.notifications;

import dev.portico.web.shared.MailSettings;
import java.util.Objects;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether there are routes that show the mails that are kept. Where not, there is no such address.
 */
final class MailboxIsShown implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return Objects.requireNonNull(context.getBeanFactory())
        .getBeanProvider(MailSettings.class)
        .stream()
        .anyMatch(MailSettings::shown);
  }
}
