package dev.portico.bootstrap;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.persistence.shared.TestPostgres;
import dev.portico.testkit.TestTime;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole service with a mail server that takes connections and never says a word. */
@Timeout(180)
class HungMailServerTest {

  private static final int MAILS = 12;

  /** A mail to such a server takes 8 s at least, so all of them, one after the other, minutes. */
  private static final Duration SOON = Duration.ofSeconds(6);

  private final TestTime time = new TestTime();

  private RunningPortico start(HungServer mails) {
    var environment = new HashMap<>(PorticoOnTestDatabase.environment(TestPostgres.database()));
    environment.put("SMTP_URL", "smtp://" + mails.address());
    environment.put("MAIL_FROM", "portico@portico.example");
    return RunningPortico.startWithoutTasks(
        Settings.of(RawSettings.collect(environment, Map.of(), List.of())),
        _ -> {},
        new Outside() {
          @Override
          InstantSource time() {
            return time;
          }
        });
  }

  @Test
  @DisplayName("F14: delaysNoSettlingOfPayments")
  void delaysNoSettlingOfPayments() {
    try (var mails = new HungServer();
        var service = start(mails)) {
      var client = new SocketClient(service.localUrl());
      var token = Accounts.registerAndSignIn(client, "payer");
      for (int i = 1; i < MAILS; i++) {
        Accounts.registerAndSignIn(client, "reader" + i);
      }
      // The sandbox gives no answer the first time.
      var payment =
          client
              .post("/payments/", json("amount", "10.03", "currency", "USD"), bearer(token))
              .expectStatus(202)
              .text("/id");
      time.advance(Duration.ofSeconds(31));

      long begin = System.nanoTime();
      service.runTasks();
      while (mails.taken() == 0 || !isSettled(client, payment, token)) {
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
        LockSupport.parkNanos(20_000_000);
      }
      assertThat(mails.taken()).isLessThan(MAILS);
    }
  }

  private static boolean isSettled(TestClient client, String payment, String token) {
    return client.get("/payments/" + payment, bearer(token)).text("/status").equals("success");
  }
}
