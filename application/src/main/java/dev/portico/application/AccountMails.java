package dev.portico.application;

import dev.portico.application.access.ChangePassword;
import dev.portico.application.access.ChangeProfile;
import dev.portico.application.access.RequestPasswordReset;
import dev.portico.application.access.RequestVerification;
import dev.portico.application.notifications.SendAddressChangeMail;
import dev.portico.application.notifications.SendNotice;
import dev.portico.application.notifications.SendResetMail;
import dev.portico.application.notifications.SendVerificationMail;
import dev.portico.application.shared.TaskHandler;
import dev.portico.domain.access.AddressChange;
import dev.portico.domain.access.Notice;
import dev.portico.domain.shared.Task;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.UserId;
import java.util.List;

/** Which use case writes which of the mails about an account. */
final class AccountMails {

  private AccountMails() {}

  static List<TaskHandler> handlers(
      SendResetMail reset,
      SendVerificationMail verification,
      SendAddressChangeMail addressChange,
      SendNotice notice) {
    return List.of(
        new TaskHandler(RequestPasswordReset.RESET_MAIL, task -> run(reset, task)),
        new TaskHandler(RequestVerification.VERIFICATION_MAIL, task -> run(verification, task)),
        new TaskHandler(ChangeProfile.ADDRESS_CHANGE_MAIL, task -> run(addressChange, task)),
        new TaskHandler(ChangePassword.NOTICE_MAIL, task -> run(notice, task)));
  }

  private static void run(SendResetMail reset, Task task) {
    var asked = EmailAddress.parse(task.payload()).orThrow();
    var _ = reset.handle(new SendResetMail.Command(task.id(), asked));
  }

  private static void run(SendVerificationMail verification, Task task) {
    var user = UserId.parse(task.payload()).orThrow();
    var _ = verification.handle(new SendVerificationMail.Command(task.id(), user));
  }

  private static void run(SendAddressChangeMail addressChange, Task task) {
    var change = AddressChange.parse(task.payload()).orThrow();
    var _ = addressChange.handle(new SendAddressChangeMail.Command(task.id(), change));
  }

  private static void run(SendNotice sendNotice, Task task) {
    var notice = Notice.parse(task.payload()).orThrow();
    var _ = sendNotice.handle(new SendNotice.Command(task.id(), notice));
  }
}
