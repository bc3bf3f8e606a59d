package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.notifications.port.Mailer;
import dev.portico.application.shared.Rejected;
import dev.portico.testkit.PortOverrides;
import dev.portico.testkit.TestTasks;
import dev.portico.testkit.TestTime;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest.Content;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking after what was given up in the background. */
@ApiTest
class TasksApiTest {

  private final String address = uniqueName() + "@example.com";
  private final TestClient client;
  private final TestClient admin;
  private final PortOverrides ports;

  TasksApiTest(ServiceUnderTest service, PortOverrides ports) {
    client = service.client();
    admin = client.as(service.testAdmin());
    this.ports = ports;
  }

  /** A mail that its server refuses for good. */
  private String parked(TestTasks tasks) {
    ports.fail(Mailer.class, new Rejected("550 nobody of the name " + address), 1);
    client.post("/notify", json("email", address)).expectStatus(200);
    tasks.forget();
    return admin.get("/admin/tasks/parked").expectStatus(200).text("/items/0/id");
  }

  @Test
  void showsWhatWasGivenUpAndNothingOfWhatItIsAbout(TestTasks tasks) {
    var id = parked(tasks);

    var listed = admin.get("/admin/tasks/parked");

    listed
        .expectJson("/items/0/id", id)
        .expectJson("/items/0/kind", "subscription-mail")
        .expectJson("/items/0/attempts", 1)
        .expectJson("/items/0/failure", "Rejected");
    assertThat(listed.body()).doesNotContain(address).doesNotContain("550");
    admin
        .get("/admin/tasks")
        .expectStatus(200)
        .expectJson("/tasks/0/kind", "subscription-mail")
        .expectJson("/tasks/0/state", "parked")
        .expectJson("/tasks/0/count", 1);
  }

  /** F5: what an alarm looks at. */
  @Test
  void countsWhatWasGivenUpForMonitoring(TestTasks tasks) {
    assertThat(metrics())
        .contains("portico_tasks{lane=\"mail\",state=\"parked\"} 0\n")
        .contains("portico_tasks_late_seconds{lane=\"payments\"} 0\n");
    long series = metrics().lines().count();

    var _ = parked(tasks);

    assertThat(metrics())
        .contains("portico_tasks{lane=\"mail\",state=\"parked\"} 1\n")
        .contains("portico_tasks{lane=\"mail\",state=\"waiting\"} 0\n")
        .doesNotContain(address)
        .satisfies(text -> assertThat(text.lines().count()).isEqualTo(series));
  }

  private String metrics() {
    return admin
        .get("/metrics", "Accept", "text/plain;version=0.0.4;q=0.9,*/*;q=0.1")
        .expectStatus(200)
        .expectHeader("Content-Type", "text/plain;version=0.0.4;charset=utf-8")
        .body();
  }

  @Test
  void saysForHowLongWorkIsLate(TestTasks tasks, TestTime time) {
    tasks.hold();
    client.post("/notify", json("email", address)).expectStatus(200);
    time.advance(Duration.ofSeconds(90));

    assertThat(metrics())
        .contains("portico_tasks{lane=\"mail\",state=\"waiting\"} 1\n")
        .contains("portico_tasks_late_seconds{lane=\"mail\"} 90\n");
    tasks.forget();
  }

  @Test
  void triesAgainWhatWasGivenUp(TestTasks tasks) {
    var id = parked(tasks);

    admin.post("/admin/tasks/parked/" + id + "/replay", Content.NONE).expectStatus(204);

    admin.get("/admin/tasks").expectJson("/tasks/0/state", "waiting");
    assertThat(tasks.runAll()).isEqualTo(1);
    assertThat(admin.get("/admin/tasks").json().at("/tasks").isEmpty()).isTrue();
    admin.get("/audit?kind=task_replayed").expectJson("/items/0/result", "done");
    admin.post("/admin/tasks/parked/" + id + "/replay", Content.NONE).expectStatus(404);
  }

  @Test
  void throwsAwayWhatWasGivenUp(TestTasks tasks) {
    var id = parked(tasks);

    admin.send("DELETE", "/admin/tasks/parked/" + id).expectStatus(204);

    assertThat(tasks.pending()).isEmpty();
    admin.get("/audit?kind=task_discarded").expectJson("/items/0/result", "done");
    admin
        .send("DELETE", "/admin/tasks/parked/" + id)
        .expectStatus(404)
        .expectDetail("Task not found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "01900000-0000-7000-8000-000000000000"})
  void findsNothingUnderAnotherId(String id) {
    admin.post("/admin/tasks/parked/" + id + "/replay", Content.NONE).expectStatus(404);
    admin.send("DELETE", "/admin/tasks/parked/" + id).expectStatus(404);
  }

  /** What still waits is nobody's to throw away. */
  @Test
  void leavesAloneWhatStillWaits(TestTasks tasks) {
    tasks.hold();
    tasks.forget();
    client.post("/notify", json("email", address)).expectStatus(200);
    UUID id = tasks.pending().getFirst().id();

    admin.send("DELETE", "/admin/tasks/parked/" + id).expectStatus(404);
    admin.post("/admin/tasks/parked/" + id + "/replay", Content.NONE).expectStatus(404);

    admin.get("/admin/tasks").expectJson("/tasks/0/state", "waiting");
    assertThat(tasks.pending()).hasSize(1);
  }
}
