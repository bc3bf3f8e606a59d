package dev.portico.web;

import static dev.portico.testkit.Race.race;
import static dev.portico.web.Registrations.assertNobodyIsCalled;
import static dev.portico.web.Registrations.registration;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.portico.application.notifications.port.Mailer;
import dev.portico.application.shared.Unavailable;
import dev.portico.application.shared.port.IdempotencyKeys;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.testkit.Capability;
import dev.portico.testkit.Isolation;
import dev.portico.testkit.Needs;
import dev.portico.testkit.PortOverrides;
import dev.portico.testkit.Rung;
import dev.portico.testkit.TestTasks;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestResponse;
import org.junit.jupiter.api.Test;

/** What a request leaves behind: all of its work if it succeeds, and else nothing. */
@ApiTest
class CommitApiTest {

  private final ServiceUnderTest service;

  CommitApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  private TestResponse register(String name, String... headers) {
    return service.client().post(Registrations.PATH, json(registration(name)), headers);
  }

  @Test
  @Needs(Capability.STORES)
  void leavesNoUserWhoseMailCannotBeOwed(PortOverrides ports) {
    var name = uniqueName();
    ports.fail(TaskQueue.class, new Unavailable("no queue, on purpose"), 1);

    register(name).expectStatus(503);

    assertNobodyIsCalled(name, service);
    register(name).expectStatus(201);
    assertThat(service.knows(name)).isTrue();
  }

  @Test
  @Needs(Capability.STORES)
  void leavesNeitherUserNorTaskWithoutAnAnswer(PortOverrides ports, TestTasks tasks) {
    var name = uniqueName();
    var keys = ports.spy(IdempotencyKeys.class);
    // The last step: by now the user is added, and the mail owed.
    doThrow(new Unavailable("no keys, on purpose")).when(keys).settle(any(), any());

    register(name, "Idempotency-Key", name).expectStatus(503);

    verify(keys, times(1)).settle(any(), any());
    assertNobodyIsCalled(name, service);
    assertThat(tasks.pending()).isEmpty();
  }

  @Test
  void sendsTheMailOnceAfterTheCommit(PortOverrides ports, TestTasks tasks) {
    tasks.hold();
    var name = uniqueName();
    var mailer = ports.override(Mailer.class, mock(Mailer.class));

    register(name).expectStatus(201);
    verifyNoInteractions(mailer);

    tasks.runNext();
    assertThat(tasks.runAll()).isZero();
    verify(mailer, times(1)).send(argThat(it -> it.to().text().equals(name + "@example.com")));
    assertThat(tasks.pending()).isEmpty();
  }

  @Test
  @Needs(Capability.STORES)
  void owesNothingToWhomItRefuses(TestTasks tasks) {
    tasks.hold();
    var held = service.newUser().username().text();

    register(held).expectStatus(400).expectDetail("Username already registered");
    register("no name").expectStatus(422);

    assertThat(tasks.pending()).isEmpty();
  }

  @Test
  @Isolation(Rung.CLONE)
  void registersOneOfTwoAtOnce(TestTasks tasks) {
    tasks.hold();
    var name = uniqueName();

    var statuses = race(2).run(_ -> register(name).status());

    assertThat(statuses).containsExactlyInAnyOrder(201, 400);
    assertThat(tasks.runAll()).isEqualTo(1);
  }
}
