package dev.portico.application;

import dev.portico.application.notifications.RequestSubscription;
import dev.portico.application.notifications.SendSubscriptionMail;
import dev.portico.application.notifications.SendWelcomeMail;
import dev.portico.application.payments.FollowRefund;
import dev.portico.application.payments.SettlePayment;
import dev.portico.application.payments.SettleRefund;
import dev.portico.application.shared.TaskHandler;
import dev.portico.application.users.RegisterUser;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.payments.RefundId;
import dev.portico.domain.shared.Task;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.UserId;
import java.util.List;

/** Which use case does the tasks of which kind. */
final class Handlers {

  private Handlers() {}

  static List<TaskHandler> of(
      SendWelcomeMail welcome,
      SendSubscriptionMail subscription,
      SettlePayment settlement,
      SettleRefund refunding,
      FollowRefund following) {
    return List.of(
        new TaskHandler(RegisterUser.WELCOME_MAIL, task -> run(welcome, task)),
        new TaskHandler(RequestSubscription.SUBSCRIPTION_MAIL, task -> run(subscription, task)),
        new TaskHandler(SettlePayment.TASK, task -> run(settlement, task)),
        new TaskHandler(SettleRefund.TASK, task -> run(refunding, task)),
        new TaskHandler(FollowRefund.TASK, task -> run(following, task)));
  }

  private static void run(SendWelcomeMail welcome, Task task) {
    var user = UserId.parse(task.payload()).orThrow();
    switch (welcome.handle(new SendWelcomeMail.Command(task.id(), user))) {
      case SendWelcomeMail.Outcome.Sent _, SendWelcomeMail.Outcome.NobodyToWrite _ -> {}
    }
  }

  private static void run(SendSubscriptionMail subscription, Task task) {
    var to = EmailAddress.parse(task.payload()).orThrow();
    switch (subscription.handle(new SendSubscriptionMail.Command(task.id(), to))) {
      case SendSubscriptionMail.Outcome.Sent _ -> {}
    }
  }

  private static void run(SettlePayment settlement, Task task) {
    var payment = PaymentId.parse(task.payload()).orThrow();
    var _ = settlement.handle(new SettlePayment.Command(payment));
  }

  private static void run(SettleRefund refunding, Task task) {
    var refund = RefundId.parse(task.payload()).orThrow();
    var _ = refunding.handle(new SettleRefund.Command(refund));
  }

  private static void run(FollowRefund following, Task task) {
    var refund = RefundId.parse(task.payload()).orThrow();
    var _ = following.handle(new FollowRefund.Command(refund));
  }
}
