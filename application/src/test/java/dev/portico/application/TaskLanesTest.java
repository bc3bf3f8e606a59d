package dev.portico.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.ChangePassword;
import dev.portico.application.access.ChangeProfile;
import dev.portico.application.access.RequestPasswordReset;
import dev.portico.application.access.RequestVerification;
import dev.portico.application.notifications.RequestSubscription;
import dev.portico.application.payments.SettlePayment;
import dev.portico.application.payments.SettleRefund;
import dev.portico.application.users.RegisterUser;
import dev.portico.domain.shared.TaskLane;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lanes go by the names of kinds, and kinds are named all over the house. */
class TaskLanesTest {

  @Test
  void putsEveryMailIntoOneLane() {
    assertThat(
            Stream.of(
                RegisterUser.WELCOME_MAIL,
                RequestSubscription.SUBSCRIPTION_MAIL,
                RequestPasswordReset.RESET_MAIL,
                RequestVerification.VERIFICATION_MAIL,
                ChangeProfile.ADDRESS_CHANGE_MAIL,
                ChangePassword.NOTICE_MAIL))
        .allMatch(kind -> TaskLane.of(kind) == TaskLane.MAIL);
  }

  @Test
  void putsWhatAsksTheGatewayIntoAnother() {
    assertThat(Stream.of(SettlePayment.TASK, SettleRefund.TASK))
        .allMatch(kind -> TaskLane.of(kind) == TaskLane.PAYMENTS);
  }
}
