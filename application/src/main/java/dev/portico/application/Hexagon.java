package dev.portico.application;

import dev.portico.application.access.AuthenticateCaller;
import dev.portico.application.access.SignIn;
import dev.portico.application.feed.ViewExternalData;
import dev.portico.application.payments.ListPayments;
import dev.portico.application.payments.MakePayment;
import dev.portico.application.payments.SettlePayment;
import dev.portico.application.payments.ViewPayment;
import dev.portico.application.shared.CheckReadiness;
import dev.portico.application.shared.RunDueTask;
import dev.portico.application.shared.RunOnce;
import dev.portico.application.shared.TaskHandler;
import dev.portico.application.users.ChoosePassword;
import dev.portico.application.users.ListUsers;
import dev.portico.application.users.RegisterUser;
import dev.portico.application.users.SecurePassword;
import dev.portico.application.users.ViewUser;
import dev.portico.domain.payments.PaymentId;
import java.util.List;

/** Every use case there is. Production and tests build it with the same line. */
public record Hexagon(
    CheckReadiness checkReadiness,
    RunOnce runOnce,
    ChoosePassword choosePassword,
    SecurePassword securePassword,
    RegisterUser registerUser,
    ViewUser viewUser,
    ListUsers listUsers,
    SignIn signIn,
    AuthenticateCaller authenticateCaller,
    ViewExternalData viewExternalData,
    RunDueTask runDueTask,
    MakePayment makePayment,
    SettlePayment settlePayment,
    ViewPayment viewPayment,
    ListPayments listPayments) {

  /** The hexagon over these ports. */
  public static Hexagon over(Ports p) {
    var runOnce = new RunOnce(p.idempotencyKeys(), p.transactions(), p.time());
    var settlePayment = new SettlePayment(p.payments(), p.paymentGateway(), p.time());
    return new Hexagon(
        new CheckReadiness(p.storageProbe()),
        runOnce,
        new ChoosePassword(p.passwordRule(), p.weakPasswords()),
        new SecurePassword(p.passwordHasher()),
        new RegisterUser(p.users(), p.ids(), p.time()),
        new ViewUser(p.users()),
        new ListUsers(p.users()),
        new SignIn(p.users(), p.passwordHasher(), p.accessTokens()),
        new AuthenticateCaller(p.accessTokens(), p.users()),
        new ViewExternalData(p.externalSource()),
        new RunDueTask(p.taskQueue(), p.time(), handlers(settlePayment)),
        new MakePayment(
            p.payments(),
            p.paymentGateway(),
            p.taskQueue(),
            p.transactions(),
            runOnce,
            p.ids(),
            p.time()),
        settlePayment,
        new ViewPayment(p.payments()),
        new ListPayments(p.payments()));
  }

  /** Who does the tasks, by their kinds. */
  private static List<TaskHandler> handlers(SettlePayment settlePayment) {
    return List.of(
        new TaskHandler(
            SettlePayment.TASK,
            task -> {
              var id = PaymentId.parse(task.payload()).orThrow();
              var _ = settlePayment.handle(new SettlePayment.Command(id));
            }));
  }
}
