package dev.portico.web.shared;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.form;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Services that ask about tokens, by the secret they were given. */
class IntrospectionTest {

  private final WebWorld world = new WebWorld();
  private final String token = world.newToken();

  private TestResponse introspect(String secret) {
    return world.client().post("/auth/introspect", form("token", token), bearer(secret));
  }

  @Test
  @DisplayName("RF-6: tellsAServiceThatShowsTheSecret")
  void tellsAServiceThatShowsTheSecret() {
    introspect(WebSide.INTROSPECTION_SECRET).expectStatus(200).expectJson("/active", true);
  }

  @Test
  @DisplayName("RF-6: tellsNoneThatShowsAnother")
  void tellsNoneThatShowsAnother() {
    introspect(WebSide.INTROSPECTION_SECRET + "x").expectStatus(401);
    introspect(WebSide.INTROSPECTION_SECRET.substring(1)).expectStatus(401);
    introspect(WebSide.INTROSPECTION_SECRET.toLowerCase(java.util.Locale.ROOT)).expectStatus(401);
  }

  @Test
  void showsMonitoringWhatIsOwed() {
    world.client().get("/metrics", bearer(WebSide.INTROSPECTION_SECRET)).expectStatus(200);
    world.client().get("/metrics", bearer(token)).expectStatus(403);
  }

  @Test
  void opensNothingElseByTheSecret() {
    world.client().get("/users/me", bearer(WebSide.INTROSPECTION_SECRET)).expectStatus(401);
  }
}
