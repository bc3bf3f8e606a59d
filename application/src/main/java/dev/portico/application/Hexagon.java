package dev.portico.application;

import dev.portico.application.access.AdministerUser;
import dev.portico.application.access.AuthenticateCaller;
import dev.portico.application.access.ChangePassword;
import dev.portico.application.access.ChangeProfile;
import dev.portico.application.access.CloseAccount;
import dev.portico.application.access.DeleteUser;
import dev.portico.application.access.EndOtherSessions;
import dev.portico.application.access.EndSession;
import dev.portico.application.access.ForgetLoginAttempts;
import dev.portico.application.access.IssueCode;
import dev.portico.application.access.ListSessions;
import dev.portico.application.access.LoginThrottle;
import dev.portico.application.access.PurgeSessions;
import dev.portico.application.access.RefreshAccess;
import dev.portico.application.access.RequestPasswordReset;
import dev.portico.application.access.RequestVerification;
import dev.portico.application.access.ResetPassword;
import dev.portico.application.access.RevokeToken;
import dev.portico.application.access.RotateKeys;
import dev.portico.application.access.SignIn;
import dev.portico.application.access.SignOut;
import dev.portico.application.access.VerifyEmail;
import dev.portico.application.access.WithdrawKeys;
import dev.portico.application.audit.Audit;
import dev.portico.application.audit.ListAudit;
import dev.portico.application.audit.NoteDenial;
import dev.portico.application.audit.PurgeAudit;
import dev.portico.application.chat.HearRoom;
import dev.portico.application.chat.JoinRoom;
import dev.portico.application.chat.PostMessage;
import dev.portico.application.chat.PurgeMessages;
import dev.portico.application.chat.ReadMessages;
import dev.portico.application.counters.IncrementCounter;
import dev.portico.application.counters.ViewCounter;
import dev.portico.application.events.ListEvents;
import dev.portico.application.events.RecordEvent;
import dev.portico.application.events.ViewEvent;
import dev.portico.application.feed.ViewExternalData;
import dev.portico.application.items.ChangeItem;
import dev.portico.application.items.CreateItem;
import dev.portico.application.items.DeleteItem;
import dev.portico.application.items.ListItems;
import dev.portico.application.items.ViewItem;
import dev.portico.application.notifications.ConfirmSubscription;
import dev.portico.application.notifications.RequestSubscription;
import dev.portico.application.notifications.SendAddressChangeMail;
import dev.portico.application.notifications.SendNotice;
import dev.portico.application.notifications.SendResetMail;
import dev.portico.application.notifications.SendSubscriptionMail;
import dev.portico.application.notifications.SendVerificationMail;
import dev.portico.application.notifications.SendWelcomeMail;
import dev.portico.application.payments.FollowRefund;
import dev.portico.application.payments.ListPayments;
import dev.portico.application.payments.ListRefunds;
import dev.portico.application.payments.MakePayment;
import dev.portico.application.payments.PaymentEvents;
import dev.portico.application.payments.RefundPayment;
import dev.portico.application.payments.RefundSettlement;
import dev.portico.application.payments.SettlePayment;
import dev.portico.application.payments.SettleRefund;
import dev.portico.application.payments.Settlement;
import dev.portico.application.payments.ViewLedger;
import dev.portico.application.payments.ViewPayment;
import dev.portico.application.reports.ViewActivityReport;
import dev.portico.application.shared.Announce;
import dev.portico.application.shared.CheckReadiness;
import dev.portico.application.shared.RunDueTask;
import dev.portico.application.shared.RunOnce;
import dev.portico.application.shared.TaskHandler;
import dev.portico.application.tasks.DiscardTask;
import dev.portico.application.tasks.ListParkedTasks;
import dev.portico.application.tasks.PurgeParkedTasks;
import dev.portico.application.tasks.ReplayTask;
import dev.portico.application.tasks.ViewTasks;
import dev.portico.application.users.AppointFirstAdmin;
import dev.portico.application.users.ChoosePassword;
import dev.portico.application.users.ExportUsers;
import dev.portico.application.users.ImportUsers;
import dev.portico.application.users.ListMembers;
import dev.portico.application.users.ListUsers;
import dev.portico.application.users.RegisterUser;
import dev.portico.application.users.SecurePassword;
import dev.portico.application.users.ViewUser;
import dev.portico.application.webhooks.DeliverWebhook;
import dev.portico.application.webhooks.EnableWebhook;
import dev.portico.application.webhooks.ListDeliveries;
import dev.portico.application.webhooks.ListWebhooks;
import dev.portico.application.webhooks.PurgeDeliveries;
import dev.portico.application.webhooks.RegisterWebhook;
import dev.portico.application.webhooks.RemoveWebhook;
import dev.portico.application.webhooks.ReplayDelivery;
import dev.portico.application.webhooks.RotateWebhookSecret;
import dev.portico.application.webhooks.SpreadEvents;
import dev.portico.application.webhooks.TakeDeliveries;
import dev.portico.application.webhooks.ViewWebhook;
import java.util.ArrayList;

/** Every use case there is. Production and tests build it with the same line. */
public record Hexagon(
    CheckReadiness checkReadiness,
    RunOnce runOnce,
    ChoosePassword choosePassword,
    SecurePassword securePassword,
    RegisterUser registerUser,
    ViewUser viewUser,
    ListUsers listUsers,
    ImportUsers importUsers,
    ExportUsers exportUsers,
    SignIn signIn,
    AuthenticateCaller authenticateCaller,
    RefreshAccess refreshAccess,
    SignOut signOut,
    RunDueTask runDueTask,
    RecordEvent recordEvent,
    ViewEvent viewEvent,
    ListEvents listEvents,
    IncrementCounter incrementCounter,
    ViewCounter viewCounter,
    JoinRoom joinRoom,
    HearRoom hearRoom,
    PostMessage postMessage,
    SendWelcomeMail sendWelcomeMail,
    SendSubscriptionMail sendSubscriptionMail,
    RequestSubscription requestSubscription,
    ViewExternalData viewExternalData,
    MakePayment makePayment,
    SettlePayment settlePayment,
    ViewPayment viewPayment,
    ListPayments listPayments,
    CreateItem createItem,
    ViewItem viewItem,
    ListItems listItems,
    ViewActivityReport viewActivityReport,
    IssueCode issueCode,
    RequestPasswordReset requestPasswordReset,
    ResetPassword resetPassword,
    ChangePassword changePassword,
    RequestVerification requestVerification,
    VerifyEmail verifyEmail,
    ChangeProfile changeProfile,
    CloseAccount closeAccount,
    SendResetMail sendResetMail,
    SendVerificationMail sendVerificationMail,
    SendAddressChangeMail sendAddressChangeMail,
    SendNotice sendNotice,
    RotateKeys rotateKeys,
    WithdrawKeys withdrawKeys,
    AdministerUser administerUser,
    DeleteUser deleteUser,
    ListMembers listMembers,
    AppointFirstAdmin appointFirstAdmin,
    NoteDenial noteDenial,
    ListAudit listAudit,
    PurgeAudit purgeAudit,
    RevokeToken revokeToken,
    ListSessions listSessions,
    EndSession endSession,
    EndOtherSessions endOtherSessions,
    PurgeSessions purgeSessions,
    ForgetLoginAttempts forgetLoginAttempts,
    RefundPayment refundPayment,
    SettleRefund settleRefund,
    FollowRefund followRefund,
    ListRefunds listRefunds,
    ViewLedger viewLedger,
    ChangeItem changeItem,
    DeleteItem deleteItem,
    ViewTasks viewTasks,
    ListParkedTasks listParkedTasks,
    ReplayTask replayTask,
    DiscardTask discardTask,
    PurgeParkedTasks purgeParkedTasks,
    ConfirmSubscription confirmSubscription,
    ReadMessages readMessages,
    PurgeMessages purgeMessages,
    RegisterWebhook registerWebhook,
    ListWebhooks listWebhooks,
    ViewWebhook viewWebhook,
    RemoveWebhook removeWebhook,
    RotateWebhookSecret rotateWebhookSecret,
    EnableWebhook enableWebhook,
    ListDeliveries listDeliveries,
    ReplayDelivery replayDelivery,
    SpreadEvents spreadEvents,
    TakeDeliveries takeDeliveries,
    DeliverWebhook deliverWebhook,
    PurgeDeliveries purgeDeliveries) {

  /** The hexagon over these ports. */
  public static Hexagon over(Ports p) {
    var audit = new Audit(p.auditLog(), p.ids(), p.time());
    var throttle = new LoginThrottle(p.loginAttempts(), p.attemptRule(), p.time());
    var announce = new Announce(p.outbox(), p.ids(), p.time());
    var runOnce = new RunOnce(p.idempotencyKeys(), p.transactions(), p.time());
    var choosePassword = new ChoosePassword(p.passwordRule(), p.weakPasswords());
    var securePassword = new SecurePassword(p.passwordHasher());
    var issueCode = new IssueCode(p.oneTimeCodes(), p.secrets(), p.time());
    var sendWelcomeMail = new SendWelcomeMail(p.users(), issueCode, p.mailer(), p.publicUrl());
    var sendResetMail = new SendResetMail(p.users(), issueCode, p.mailer(), p.publicUrl());
    var sendVerificationMail =
        new SendVerificationMail(p.users(), issueCode, p.mailer(), p.publicUrl());
    var sendAddressChangeMail =
        new SendAddressChangeMail(p.users(), issueCode, p.mailer(), p.publicUrl());
    var sendNotice = new SendNotice(p.mailer());
    var sendSubscriptionMail =
        new SendSubscriptionMail(
            p.subscriptions(), p.secrets(), p.time(), p.mailer(), p.publicUrl());
    var paymentEvents = new PaymentEvents(p.payments(), p.ledger(), announce);
    var settlement =
        new Settlement(p.payments(), p.paymentGateway(), paymentEvents, p.transactions(), p.time());
    var refundSettlement =
        new RefundSettlement(
            p.payments(),
            p.refunds(),
            p.paymentGateway(),
            paymentEvents,
            p.taskQueue(),
            p.transactions(),
            p.ids(),
            p.time());
    var settlePayment = new SettlePayment(p.payments(), settlement);
    var settleRefund = new SettleRefund(p.refunds(), refundSettlement);
    var followRefund = new FollowRefund(p.refunds(), refundSettlement);
    var viewPayment = new ViewPayment(p.payments());
    var handlers = new ArrayList<TaskHandler>();
    handlers.addAll(
        Handlers.of(
            sendWelcomeMail, sendSubscriptionMail, settlePayment, settleRefund, followRefund));
    handlers.addAll(
        AccountMails.handlers(
            sendResetMail, sendVerificationMail, sendAddressChangeMail, sendNotice));
    return new Hexagon(
        new CheckReadiness(p.storageProbe()),
        runOnce,
        choosePassword,
        securePassword,
        new RegisterUser(
            p.users(), p.taskQueue(), p.transactions(), p.ids(), p.time(), audit, announce),
        new ViewUser(p.users()),
        new ListUsers(p.users()),
        new ImportUsers(p.users(), p.passwordHasher(), p.ids(), p.time()),
        new ExportUsers(p.users()),
        new SignIn(
            p.users(),
            p.passwordHasher(),
            throttle,
            p.sessions(),
            p.accessTokens(),
            p.sessionRule(),
            p.ids(),
            p.secrets(),
            p.time(),
            p.transactions(),
            audit),
        new AuthenticateCaller(p.accessTokens(), p.standings()),
        new RefreshAccess(
            p.sessions(),
            p.standings(),
            p.users(),
            p.accessTokens(),
            p.sessionRule(),
            p.secrets(),
            p.taskQueue(),
            p.transactions(),
            p.ids(),
            p.time(),
            audit),
        new SignOut(p.sessions(), p.standings(), audit),
        new RunDueTask(p.taskQueue(), p.time(), handlers),
        new RecordEvent(p.events(), p.transactions(), p.ids(), p.time(), announce),
        new ViewEvent(p.events()),
        new ListEvents(p.events()),
        new IncrementCounter(p.counters()),
        new ViewCounter(p.counters()),
        new JoinRoom(p.chatRule(), p.ids()),
        new HearRoom(p.roomFeed()),
        new PostMessage(p.messages(), p.roomFeed(), p.ids(), p.time()),
        sendWelcomeMail,
        sendSubscriptionMail,
        new RequestSubscription(
            p.subscriptions(), p.taskQueue(), p.transactions(), p.ids(), p.time()),
        new ViewExternalData(p.externalSource(), p.cache(), p.time()),
        new MakePayment(
            p.payments(),
            p.items(),
            settlement,
            p.taskQueue(),
            p.transactions(),
            runOnce,
            p.ids(),
            p.time()),
        settlePayment,
        viewPayment,
        new ListPayments(p.payments()),
        new CreateItem(p.items(), p.transactions(), p.ids(), p.time(), announce),
        new ViewItem(p.items()),
        new ListItems(p.items()),
        new ViewActivityReport(
            p.reportSource(), p.keptReports(), p.cache(), p.coalescer(), p.time()),
        issueCode,
        new RequestPasswordReset(throttle, p.taskQueue(), p.ids(), p.time(), audit),
        new ResetPassword(
            p.oneTimeCodes(),
            p.users(),
            p.sessions(),
            p.standings(),
            choosePassword,
            securePassword,
            p.taskQueue(),
            p.transactions(),
            p.ids(),
            p.time(),
            audit),
        new ChangePassword(
            p.oneTimeCodes(),
            p.users(),
            p.passwordHasher(),
            throttle,
            p.sessions(),
            p.standings(),
            securePassword,
            p.taskQueue(),
            p.transactions(),
            p.ids(),
            p.time(),
            audit),
        new RequestVerification(p.taskQueue(), p.ids(), p.time()),
        new VerifyEmail(
            p.oneTimeCodes(),
            p.users(),
            p.standings(),
            p.taskQueue(),
            p.transactions(),
            p.ids(),
            p.time(),
            audit),
        new ChangeProfile(
            p.users(),
            p.passwordHasher(),
            throttle,
            p.standings(),
            p.taskQueue(),
            p.transactions(),
            p.ids(),
            p.time(),
            audit),
        new CloseAccount(
            p.oneTimeCodes(),
            p.users(),
            p.passwordHasher(),
            throttle,
            p.sessions(),
            p.standings(),
            p.taskQueue(),
            p.transactions(),
            p.ids(),
            p.time(),
            audit,
            announce),
        sendResetMail,
        sendVerificationMail,
        sendAddressChangeMail,
        sendNotice,
        new RotateKeys(p.signingKeys(), p.keyGenerator(), p.keySchedule(), p.time()),
        new WithdrawKeys(p.signingKeys(), p.keyGenerator(), p.transactions(), p.time()),
        new AdministerUser(
            p.users(),
            p.sessions(),
            p.standings(),
            p.taskQueue(),
            p.transactions(),
            p.ids(),
            p.time(),
            audit,
            announce),
        new DeleteUser(
            p.oneTimeCodes(),
            p.users(),
            p.sessions(),
            p.standings(),
            p.taskQueue(),
            p.transactions(),
            p.ids(),
            p.time(),
            audit,
            announce),
        new ListMembers(p.users()),
        new AppointFirstAdmin(
            p.users(), p.passwordHasher(), p.transactions(), audit, p.ids(), p.time()),
        new NoteDenial(audit),
        new ListAudit(p.auditLog()),
        new PurgeAudit(p.auditLog(), p.auditRule(), p.time()),
        new RevokeToken(p.sessions(), p.standings(), p.accessTokens(), audit),
        new ListSessions(p.sessions(), p.sessionRule(), p.time()),
        new EndSession(p.sessions(), p.standings(), audit),
        new EndOtherSessions(p.sessions(), p.standings(), audit),
        new PurgeSessions(p.sessions(), p.sessionRule(), p.time()),
        new ForgetLoginAttempts(p.loginAttempts(), p.time()),
        new RefundPayment(
            viewPayment,
            p.refunds(),
            refundSettlement,
            p.taskQueue(),
            p.transactions(),
            runOnce,
            p.ids(),
            p.time()),
        settleRefund,
        followRefund,
        new ListRefunds(viewPayment, p.refunds()),
        new ViewLedger(p.ledger()),
        new ChangeItem(p.items(), p.transactions(), announce),
        new DeleteItem(p.items(), p.transactions(), announce),
        new ViewTasks(p.taskQueue(), p.time()),
        new ListParkedTasks(p.taskQueue()),
        new ReplayTask(p.taskQueue(), p.transactions(), p.time(), audit),
        new DiscardTask(p.taskQueue(), p.transactions(), audit),
        new PurgeParkedTasks(p.taskQueue(), p.time()),
        new ConfirmSubscription(p.subscriptions(), p.time()),
        new ReadMessages(p.messages()),
        new PurgeMessages(p.messages(), p.chatRule(), p.time()),
        new RegisterWebhook(
            p.webhooks(),
            p.webhookSender(),
            p.webhookRule(),
            p.users(),
            runOnce,
            p.transactions(),
            p.ids(),
            p.secrets(),
            p.time(),
            audit),
        new ListWebhooks(p.webhooks()),
        new ViewWebhook(p.webhooks()),
        new RemoveWebhook(p.webhooks(), p.transactions(), audit),
        new RotateWebhookSecret(
            p.webhooks(), runOnce, p.transactions(), p.secrets(), p.time(), audit),
        new EnableWebhook(p.webhooks()),
        new ListDeliveries(p.webhooks(), p.deliveries()),
        new ReplayDelivery(p.webhooks(), p.deliveries(), p.time()),
        new SpreadEvents(
            p.outbox(), p.webhooks(), p.deliveries(), p.transactions(), p.ids(), p.time()),
        new TakeDeliveries(p.deliveries(), p.time()),
        new DeliverWebhook(
            p.webhooks(),
            p.deliveries(),
            p.webhookSender(),
            p.users(),
            p.taskQueue(),
            p.transactions(),
            p.ids(),
            p.time(),
            audit),
        new PurgeDeliveries(p.deliveries(), p.time()));
  }
}
