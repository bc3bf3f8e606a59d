package dev.portico.bootstrap;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Hexagon;
import dev.portico.application.payments.SettlePayment;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.shared.Task;
import org.junit.jupiter.api.Test;

/** A payment whose gateway gave no answer, and its task, on PostgreSQL. */
class PaymentInDoubtSystemTest {

  private final PorticoOnTestDatabase service = PorticoOnTestDatabase.shared();
  private final String[] user = bearer(service.newToken());

  private <T> T bean(Class<T> type) {
    return service.service().context().getBean(type);
  }

  @Test
  void owesATaskThatSettlesIt() {
    var body = json("amount", "5.03", "currency", "USD");
    var id = service.client().post("/payments/", body, user).expectStatus(202).text("/id");

    assertThat(bean(TaskQueue.class).waiting(10_000))
        .extracting(TaskQueue.Waiting::task)
        .filteredOn(Task::kind, SettlePayment.TASK)
        .extracting(Task::payload)
        .contains(id);
    settle(id);

    service
        .client()
        .get("/payments/" + id, user)
        .expectStatus(200)
        .expectJson("/status", "success")
        .expectJson("/amount", "5.03");
  }

  private void settle(String id) {
    var command = new SettlePayment.Command(PaymentId.parse(id).orThrow());
    assertThat(bean(Hexagon.class).settlePayment().handle(command))
        .isInstanceOf(SettlePayment.Outcome.Settled.class);
    assertThat(bean(Hexagon.class).settlePayment().handle(command))
        .isEqualTo(new SettlePayment.Outcome.NothingToSettle());
  }
}
