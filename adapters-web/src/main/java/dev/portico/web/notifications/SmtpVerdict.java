package dev.portico.web.notifications;

import dev.portico.application.shared.Rejected;
import dev.portico.application.shared.Unavailable;
import jakarta.mail.MessagingException;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a mail that was not taken may be sent again: codes that begin with a four are for the
 * moment, those with a five for good (RFC 5321, section 4.2.1).
 *
 * <p>Failures are told by their kind and code alone: the server's words may quote the address.
 */
final class SmtpVerdict {

  private static final int PERMANENT = 500;

  /** The server wants us to sign in (RFC 4954): a matter of the settings, not of the mail. */
  private static final int AUTHENTICATION_REQUIRED = 530;

  private SmtpVerdict() {}

  static RuntimeException of(Throwable failure) {
    if (!(failure instanceof MessagingException notTaken)) {
      return failure instanceof RuntimeException mistake
          ? mistake
          : new IllegalStateException(failure);
    }
    var code = codeOf(notTaken);
    if (code.isPresent()
        && code.getAsInt() >= PERMANENT
        && code.getAsInt() != AUTHENTICATION_REQUIRED) {
      return new Rejected("the mail server refuses this mail for good: " + code.getAsInt());
    }
    return new Unavailable(
        "the mail server takes no mail: "
            + (code.isPresent()
                ? "it answers " + code.getAsInt()
                : failure.getClass().getSimpleName()),
        failure);
  }

  private static OptionalInt codeOf(MessagingException failure) {
    for (@Nullable Exception it = failure;
        it instanceof MessagingException link;
        it = link.getNextException()) {
      switch (link) {
        case SMTPAddressFailedException recipient -> {
          return OptionalInt.of(recipient.getReturnCode());
        }
        case SMTPSenderFailedException sender -> {
          return OptionalInt.of(sender.getReturnCode());
        }
        case SMTPSendFailedException other when other.getReturnCode() >= 0 -> {
          return OptionalInt.of(other.getReturnCode());
        }
        default -> {}
      }
    }
    return OptionalInt.empty();
  }
}
