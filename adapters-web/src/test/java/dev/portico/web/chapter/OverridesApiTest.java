package dev.portico.web.chapter;

import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.portico.application.feed.port.ExternalSource;
import dev.portico.application.notifications.port.Mailer;
import dev.portico.application.users.port.Users;
import dev.portico.domain.feed.ExternalData;
import dev.portico.testkit.PortOverrides;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 15.3, first part: something else in the place of a dependency. */
@ApiTest
class OverridesApiTest {

  @Test
  void createsAUserInAMockStore(TestClient client, PortOverrides ports) {
    var users = mock(Users.class);
    when(users.addIfFree(any(), any())).thenReturn(Users.Addition.ADDED);
    ports.override(Users.class, users);

    client
        .post(
            "/auth/register",
            json("username", "newuser", "email", "new@example.com", "password", "TestPass123!"))
        .expectStatus(201);

    verify(users, times(1)).addIfFree(argThat(it -> it.username().text().equals("newuser")), any());
  }

  @Test
  void restoresWhatWasThere(ServiceUnderTest service) {
    // Another test's mock is not this test's, whichever of them comes first.
    assertThat(service.knows(service.newUser().username().text())).isTrue();
  }

  @Test
  void answersWhatAMockSourceSays(TestClient client, PortOverrides ports) {
    var source = mock(ExternalSource.class);
    when(source.fetch(any())).thenReturn(new ExternalData("\"mocked\""));
    ports.override(ExternalSource.class, source);

    client.get("/api/data").expectStatus(200).expectJson("", Map.of("data", "mocked"));

    verify(source, times(1)).fetch(any());
  }

  @Test
  void sendsOneMailToWhomItIsFor(TestClient client, PortOverrides ports) {
    var mailer = ports.override(Mailer.class, mock(Mailer.class));

    client.post("/notify", json("email", "test@example.com")).expectStatus(200);

    verify(mailer, times(1)).send(argThat(it -> it.to().text().equals("test@example.com")));
  }
}
